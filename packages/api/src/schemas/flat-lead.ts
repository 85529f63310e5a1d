import { z } from 'zod';

/** Values as a form sends them, or as JSON has them. */
const said = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const field = (means: string, example: string) => said.optional().meta({ description: means, examples: [example] });

/**
 * A flat lead as it is sent: an object or a form of plain fields. The fields are those of `flatLeadFields` in
 * `@sameteam/connectors`, which reads them; a test of `@sameteam/service` holds both to be the same.
 */
export const flatLeadSchema = z
  .object({
    id: field('Your own id of the lead. The same id is the same lead; without one, the same values are.', '4711'),
    vendor: field(
      'Your name: letters, digits, dots, underscores and hyphens. Default: the name that you are known by here.',
      'webinar-co',
    ),
    time: field('When the lead came in, RFC 3339 with time zone. Default: now.', '2026-10-01T09:30:00Z'),
    email: field('Mail address of the person. Needed where there is no phone number.', 'ann@acme.example'),
    first_name: field('First name, in the script of the person.', 'Ann'),
    last_name: field('Last name, in the script of the person.', 'Keller'),
    phone: field('Phone number; with + and country code, or as it is dialled in `country`.', '+49 30 23125042'),
    role: field('Role in a purchase, in the words of the agreement.', 'vp'),
    title: field('Job title as the person writes it.', 'VP Operations'),
    country: field('Country that the person works in: code of ISO 3166-1, or name.', 'DE'),
    language: field('Language that the person wants to be addressed in, BCP 47.', 'de-DE'),
    company: field('Name of the company as it writes it.', 'Acme GmbH'),
    domain: field(
      'Domain or address of the site of the company. Default: that of the mail address, unless everybody can get one there.',
      'acme.example',
    ),
    employees: field('How many people work there: a whole number.', '420'),
    industry: field('Industry of the company, in the words of the agreement.', 'manufacturing'),
    product: field('What the lead is interested in, by the name that reports use.', 'analytics_suite'),
    source: field('Channel that the lead came from.', 'webinar'),
    medium: field('How it was carried, such as cpc, email or event.', 'email'),
    campaign: field('Campaign by the name that reports use.', 'autumn-2026'),
    landing_page: field('First page that the lead saw.', 'https://www.acme.example/demo'),
    referrer: field('Page that sent the lead.', 'https://search.example/'),
    motion: field('inbound when the lead came to us, outbound when we went to the lead.', 'inbound'),
    consent: field(
      'Whether the person agreed: yes, true, 1, on, granted; or no, false, 0, off, denied. Nothing where nobody asked.',
      'yes',
    ),
    consent_purpose: field(
      'What the person agreed to. Default: sales_contact. Says nothing without `consent`.',
      'newsletter',
    ),
    consent_proof: field(
      'Where the proof lies, such as the id of a double opt-in. Says nothing without `consent`.',
      'doi-88231',
    ),
  })
  .catchall(said)
  .describe('Plain fields, all as text if you like. What has no field of its own is sent as attributes.<name>.');

import { z } from 'zod';

const field = (means: string) => z.union([z.string(), z.number(), z.boolean(), z.null()]).optional().describe(means);

/** A flat lead as it is sent: an object or a form of plain fields. What its fields may say is checked by the service. */
export const flatLeadSchema = z.looseObject({
  id: field('Your own number for it; the same number is the same lead. Without one it is made of what the lead says.'),
  time: field('When it happened, with its zone, such as 2026-03-31T12:00:00Z. Now unless told.'),
  email: field('Mail address of the person.'),
  first_name: field('First name.'),
  last_name: field('Last name.'),
  phone: field('Phone number, with + and country code where known.'),
  company: field('Name of the company.'),
  product: field('What the person is interested in.'),
  source: field('Where the lead came from, such as webinar.'),
  consent: field('What the person allowed.'),
});

/** One field of a flat lead: what every vendor, web form and `curl` can send. */
export interface FlatLeadField {
  /** In snake_case; `attributes.<name>` stands for all names after the dot. */
  readonly name: string;
  /** One sentence. */
  readonly means: string;
  /** A value as a form would send it. */
  readonly example: string;
  /** Other spellings. The field's own name is read first. */
  readonly aliases: readonly string[];
  /** Where it goes: a JSON pointer into the event `lead.captured`. */
  readonly target: string;
  /** Its value says who somebody is, and is never repeated in messages. */
  readonly isPersonal: boolean;
}

/**
 * The fields of a flat lead: the closed table behind `POST /v1/leads`. Whatever has no field of its own goes into
 * `attributes.<name>`. Every value may be sent as text; empty texts and null say nothing.
 * @example flatLeadFields.find(({ name }) => name === 'source')?.target // '/data/source/channel'
 */
export const flatLeadFields = [
  {
    name: 'id',
    means: 'Your own id of the lead. The same id is the same lead; without one, the same values are.',
    example: '4711',
    aliases: [],
    target: '/id',
    isPersonal: false,
  },
  {
    name: 'vendor',
    means: 'Your name: letters, digits, dots, underscores and hyphens. Default: the name that you are known by here.',
    example: 'webinar-co',
    aliases: [],
    target: '/source',
    isPersonal: false,
  },
  {
    name: 'time',
    means: 'When the lead came in, RFC 3339 with time zone. Default: now.',
    example: '2026-10-01T09:30:00Z',
    aliases: [],
    target: '/time',
    isPersonal: false,
  },
  {
    name: 'email',
    means: 'Mail address of the person. Needed where there is no phone number.',
    example: 'ann@acme.example',
    aliases: [],
    target: '/data/contact/email',
    isPersonal: true,
  },
  {
    name: 'first_name',
    means: 'First name, in the script of the person.',
    example: 'Ann',
    aliases: ['firstName'],
    target: '/data/contact/firstName',
    isPersonal: true,
  },
  {
    name: 'last_name',
    means: 'Last name, in the script of the person.',
    example: 'Keller',
    aliases: ['lastName'],
    target: '/data/contact/lastName',
    isPersonal: true,
  },
  {
    name: 'phone',
    means: 'Phone number; with + and country code, or as it is dialled in `country`.',
    example: '+49 30 23125042',
    aliases: [],
    target: '/data/contact/phone',
    isPersonal: true,
  },
  {
    name: 'role',
    means: 'Role in a purchase, in the words of the agreement.',
    example: 'vp',
    aliases: [],
    target: '/data/contact/role',
    isPersonal: false,
  },
  {
    name: 'title',
    means: 'Job title as the person writes it.',
    example: 'VP Operations',
    aliases: [],
    target: '/data/contact/title',
    isPersonal: false,
  },
  {
    name: 'country',
    means: 'Country that the person works in: code of ISO 3166-1, or name.',
    example: 'DE',
    aliases: [],
    target: '/data/contact/country',
    isPersonal: false,
  },
  {
    name: 'language',
    means: 'Language that the person wants to be addressed in, BCP 47.',
    example: 'de-DE',
    aliases: [],
    target: '/data/contact/language',
    isPersonal: false,
  },
  {
    name: 'company',
    means: 'Name of the company as it writes it.',
    example: 'Acme GmbH',
    aliases: [],
    target: '/data/company/name',
    isPersonal: false,
  },
  {
    name: 'domain',
    means:
      'Domain or address of the site of the company. Default: that of the mail address, unless everybody can get one there.',
    example: 'acme.example',
    aliases: ['website'],
    target: '/data/company/domain',
    isPersonal: false,
  },
  {
    name: 'employees',
    means: 'How many people work there: a whole number.',
    example: '420',
    aliases: [],
    target: '/data/company/employees',
    isPersonal: false,
  },
  {
    name: 'industry',
    means: 'Industry of the company, in the words of the agreement.',
    example: 'manufacturing',
    aliases: [],
    target: '/data/company/industry',
    isPersonal: false,
  },
  {
    name: 'product',
    means: 'What the lead is interested in, by the name that reports use.',
    example: 'analytics_suite',
    aliases: [],
    target: '/data/product',
    isPersonal: false,
  },
  {
    name: 'source',
    means: 'Channel that the lead came from.',
    example: 'webinar',
    aliases: ['utm_source'],
    target: '/data/source/channel',
    isPersonal: false,
  },
  {
    name: 'medium',
    means: 'How it was carried, such as cpc, email or event.',
    example: 'email',
    aliases: ['utm_medium'],
    target: '/data/source/medium',
    isPersonal: false,
  },
  {
    name: 'campaign',
    means: 'Campaign by the name that reports use.',
    example: 'autumn-2026',
    aliases: ['utm_campaign'],
    target: '/data/source/campaign',
    isPersonal: false,
  },
  {
    name: 'landing_page',
    means: 'First page that the lead saw.',
    example: 'https://www.acme.example/demo',
    aliases: ['landingPage'],
    target: '/data/source/landingPage',
    isPersonal: false,
  },
  {
    name: 'referrer',
    means: 'Page that sent the lead.',
    example: 'https://search.example/',
    aliases: [],
    target: '/data/source/referrer',
    isPersonal: false,
  },
  {
    name: 'motion',
    means: 'inbound when the lead came to us, outbound when we went to the lead.',
    example: 'inbound',
    aliases: [],
    target: '/data/source/motion',
    isPersonal: false,
  },
  {
    name: 'consent',
    means:
      'Whether the person agreed: yes, true, 1, on, granted; or no, false, 0, off, denied. Nothing where nobody asked.',
    example: 'yes',
    aliases: [],
    target: '/data/consent/0/status',
    isPersonal: false,
  },
  {
    name: 'consent_purpose',
    means: 'What the person agreed to. Default: sales_contact. Says nothing without `consent`.',
    example: 'newsletter',
    aliases: ['consentPurpose'],
    target: '/data/consent/0/purpose',
    isPersonal: false,
  },
  {
    name: 'consent_proof',
    means: 'Where the proof lies, such as the id of a double opt-in. Says nothing without `consent`.',
    example: 'doi-88231',
    aliases: ['consentProof'],
    target: '/data/consent/0/proof',
    isPersonal: false,
  },
  {
    name: 'attributes.<name>',
    means: 'Anything else, by a name of your own: text, number, true or false. Nothing personal.',
    example: 'mid_market',
    aliases: [],
    target: '/data/attributes/<name>',
    isPersonal: false,
  },
] as const satisfies readonly FlatLeadField[];

/** The name of a field of the table that has one place, which all have but `attributes.<name>`. */
export type FlatLeadFieldName = Exclude<(typeof flatLeadFields)[number]['name'], 'attributes.<name>'>;

/** What kind of value a field holds, which decides what can be asked of it. */
export type FieldType = 'text' | 'number' | 'money' | 'day' | 'any';

interface FieldTraits {
  readonly type: FieldType;
  /** Kept apart from the log: a condition can only ask whether it exists. */
  readonly personal?: true;
}

/** The fields of the shared lead model that an agreement can name, without attributes and answers. */
export const fieldTraits = {
  'lead.product': { type: 'text' },
  'lead.owner': { type: 'text' },
  'contact.email': { type: 'text', personal: true },
  'contact.firstName': { type: 'text', personal: true },
  'contact.lastName': { type: 'text', personal: true },
  'contact.phone': { type: 'text', personal: true },
  'contact.role': { type: 'text' },
  'contact.title': { type: 'text' },
  'contact.country': { type: 'text' },
  'contact.language': { type: 'text' },
  'company.name': { type: 'text' },
  'company.domain': { type: 'text' },
  'company.employees': { type: 'number' },
  'company.industry': { type: 'text' },
  'company.country': { type: 'text' },
  'company.annualRevenue': { type: 'money' },
  'source.channel': { type: 'text' },
  'source.medium': { type: 'text' },
  'source.campaign': { type: 'text' },
  'source.landingPage': { type: 'text' },
  'source.motion': { type: 'text' },
  'source.referrer': { type: 'text' },
  'opportunity.amount': { type: 'money' },
  'opportunity.closeDate': { type: 'day' },
  'opportunity.owner': { type: 'text' },
  'opportunity.pipeline': { type: 'text' },
  'opportunity.kind': { type: 'text' },
  'opportunity.stage': { type: 'text' },
  'opportunity.forecastCategory': { type: 'text' },
  'opportunity.reason': { type: 'text' },
  'opportunity.competitor': { type: 'text' },
} as const satisfies Readonly<Record<string, FieldTraits>>;

/** A field of the model by its address. */
export type ModelField = keyof typeof fieldTraits;

/** A field that a condition can read: of the model, or an attribute of the lead. */
export type ConditionField = ModelField | `lead.attributes.${string}`;

/** A field that somebody can be bound to enter: one that a condition can read, or the answer to a question. */
export type Field = ConditionField | `answers.${string}`;

/**
 * All fields of the model that an agreement can name.
 * @example modelFields.includes('company.employees') // true
 */
export const modelFields = Object.keys(fieldTraits) as readonly ModelField[];

/**
 * What is known of a field.
 * @returns type `any` for an attribute, whose values the model does not know; type `text` for an answer
 * @example traitsOf('company.employees').type // 'number'
 */
export function traitsOf(field: Field): FieldTraits {
  if (Object.hasOwn(fieldTraits, field)) return fieldTraits[field as ModelField];
  return { type: field.startsWith('answers.') ? 'text' : 'any' };
}

import type { Field, ModelField } from '../vocabulary/fields.ts';
import { quotedName } from './names.ts';
import { quoted } from './own-words.ts';
import { type Phrase, say } from './phrase.ts';

const nouns = {
  'lead.product': 'product',
  'lead.owner': 'owner',
  'contact.email': 'contact’s mail address',
  'contact.firstName': 'contact’s first name',
  'contact.lastName': 'contact’s last name',
  'contact.phone': 'contact’s phone number',
  'contact.role': 'contact’s role',
  'contact.title': 'contact’s job title',
  'contact.country': 'contact’s country',
  'contact.language': 'contact’s language',
  'company.name': 'company’s name',
  'company.domain': 'company’s domain',
  'company.employees': 'company’s number of employees',
  'company.industry': 'company’s industry',
  'company.country': 'company’s country',
  'company.annualRevenue': 'company’s annual revenue',
  'source.channel': 'source’s channel',
  'source.medium': 'source’s medium',
  'source.campaign': 'source’s campaign',
  'source.landingPage': 'source’s landing page',
  'source.motion': 'source’s motion',
  'source.referrer': 'source’s referrer',
  'opportunity.amount': 'opportunity’s amount',
  'opportunity.closeDate': 'opportunity’s close date',
  'opportunity.owner': 'opportunity’s owner',
  'opportunity.pipeline': 'opportunity’s pipeline',
  'opportunity.kind': 'opportunity’s kind',
  'opportunity.stage': 'opportunity’s stage',
  'opportunity.forecastCategory': 'opportunity’s forecast category',
  'opportunity.reason': 'opportunity’s reason',
  'opportunity.competitor': 'opportunity’s competitor',
} as const satisfies Record<ModelField, string>;

/** A field as a noun, to which "its" or "the" is set: "company’s number of employees". */
export function fieldPhrase(field: Field): Phrase {
  if (Object.hasOwn(nouns, field)) return [nouns[field as ModelField]];
  if (field.startsWith('answers.')) return say`answer to ${quotedName('questions', field.slice('answers.'.length))}`;
  return say`attribute ${quoted(field.slice('lead.attributes.'.length))}`;
}

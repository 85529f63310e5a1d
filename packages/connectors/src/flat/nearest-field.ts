import { nearestName } from '@sameteam/model';
import { flatLeadFields } from './flat-lead-fields.ts';

const names: readonly string[] = flatLeadFields.map(({ name }) => name).filter((name) => !name.includes('.'));

/** What others call our fields. They are offered, not taken: one name for one thing. */
const synonyms: Readonly<Record<string, string>> = {
  e_mail: 'email',
  mail: 'email',
  given_name: 'first_name',
  family_name: 'last_name',
  surname: 'last_name',
  mobile: 'phone',
  mobile_phone: 'phone',
  tel: 'phone',
  telephone: 'phone',
  phone_number: 'phone',
  position: 'title',
  job_title: 'title',
  locale: 'language',
  company_name: 'company',
  organisation: 'company',
  organization: 'company',
  url: 'website',
  company_size: 'employees',
  channel: 'source',
  lead_source: 'source',
  lead_id: 'id',
  external_id: 'id',
  created_at: 'time',
  timestamp: 'time',
  opt_in: 'consent',
  page: 'landing_page',
  referer: 'referrer',
};

/** The field that was most likely meant by a name that none has; `null` when none is near. */
export function nearestField(key: string): string | null {
  if (key.length > 64) return null;
  const word = key
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replace(/[\s.-]+/g, '_')
    .toLowerCase();
  if (names.includes(word)) return word;
  return Object.hasOwn(synonyms, word) ? (synonyms[word] ?? null) : nearestName(word, names);
}

/** Whether a name means the whole name of a person, which is not split: where to is a guess. */
export function isWholeName(key: string): boolean {
  return /^(?:full|contact|your)?[\s_-]?name$/i.test(key);
}

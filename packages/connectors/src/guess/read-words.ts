import { type ColumnProfile, isUnique } from './column-profile.ts';
import type { Role } from './crm-table.ts';
import type { GuessedTable } from './guessed-table.ts';
import { isHeadingOf, isHeadingOfAnyTime, isHeadingOfKey } from './heading-phrases.ts';
import type { SampledTable } from './sampled-table.ts';

interface Word {
  readonly role: Role;
  readonly heading: RegExp;
  readonly fits: (column: ColumnProfile) => boolean;
  /** Whether the same is said in other languages; by the phrases of the role unless told. */
  readonly isSaid?: (heading: string) => boolean;
}

const isTime = ({ kind }: ColumnProfile): boolean => kind === 'time';
const isText = ({ kind }: ColumnProfile): boolean => kind === 'text' || kind === 'integer';
const isNumber = ({ kind }: ColumnProfile): boolean => kind === 'integer' || kind === 'number';
const isCategory = (column: ColumnProfile): boolean =>
  column.kind === 'text' && column.distinct <= Math.max(20, column.values.length / 5);

// Headings are compared with _ and - as blanks. The first word of a role that a column fits wins.
const words: readonly Word[] = [
  {
    role: 'won',
    heading: /\bwon\b|customer (date|since)|became.*customer|date.*sale\b|\bsold\b|\bsigned\b(?! up)|\bpurchased?\b/,
    fits: isTime,
  },
  { role: 'lost', heading: /\blost\b/, fits: isTime },
  { role: 'assigned', heading: /\bassign(ed|ment)\b|\brouted\b/, fits: isTime },
  { role: 'disqualified', heading: /\bdisqualif(ied|ication)\b/, fits: isTime },
  { role: 'rejected', heading: /\breject(ed|ion)\b/, fits: isTime },
  { role: 'recycled', heading: /\brecycled?\b|\bnurture\b/, fits: isTime },
  {
    role: 'attempted',
    heading: /first (call|attempt|touch by (sales|rep)|outreach|response|email sent)|\battempt(ed)?\b|first contacted/,
    fits: isTime,
  },
  { role: 'salesQualified', heading: /\bsql\b|sales qualified/, fits: isTime },
  { role: 'accepted', heading: /\bsal\b|\baccepted\b/, fits: isTime },
  { role: 'qualified', heading: /\bmql\b|\bqualified\b|\bqualification\b/, fits: isTime },
  { role: 'opened', heading: /opportunity|deal.*(created|opened)|\bopened\b/, fits: isTime },
  { role: 'expectedClose', heading: /expected/, fits: isTime },
  { role: 'closed', heading: /close/, fits: isTime },
  { role: 'changed', heading: /modified|updated?|changed/, fits: isTime },
  {
    role: 'captured',
    heading:
      /first contact|captured|created?|creation|submitted|inquiry|enquiry|sign ?up|registered|registration|received|added|arriv|lead date|contact date/,
    fits: isTime,
  },
  { role: 'captured', heading: /^(date|day|time|timestamp)$|date/, fits: isTime, isSaid: isHeadingOfAnyTime },
  { role: 'email', heading: /e ?mail|./, fits: ({ kind }) => kind === 'email' },
  {
    role: 'channel',
    heading: /^origin$|channel|lead source|traffic source|utm source|^source$|acquisition/,
    fits: isCategory,
  },
  { role: 'channel', heading: /source|origi|origem|origen|quelle|fuente|canal|referral|hear about/, fits: isCategory },
  { role: 'medium', heading: /medium/, fits: isCategory },
  { role: 'campaign', heading: /campaign/, fits: isText },
  { role: 'landingPage', heading: /landing|first page|entry page/, fits: isText },
  { role: 'firstName', heading: /first ?name|given ?name/, fits: isText },
  { role: 'lastName', heading: /last ?name|sur ?name|family ?name/, fits: isText },
  { role: 'phone', heading: /phone|mobile|\btel\b/, fits: () => true },
  { role: 'title', heading: /job title|position|^title$/, fits: isText },
  { role: 'companyName', heading: /^(company|account|organi[sz]ation)( name)?$/, fits: isText },
  { role: 'companyDomain', heading: /domain|website/, fits: isText },
  { role: 'companyId', heading: /^(company|account|organi[sz]ation) id$/, fits: isText },
  { role: 'employees', heading: /employees|company size|headcount/, fits: ({ kind }) => kind === 'integer' },
  { role: 'industry', heading: /industry|sector|vertical/, fits: isCategory },
  { role: 'country', heading: /country/, fits: isText },
  { role: 'owner', heading: /owner|sales ?rep|^rep\b|^sr( id)?$|account exec|salesperson|closer/, fits: isText },
  { role: 'stage', heading: /stage|^status$|deal status/, fits: isCategory },
  { role: 'pipeline', heading: /pipeline/, fits: isCategory },
  {
    role: 'sentBackReason',
    heading: /(reject|disqualif|recycl).*reason|reason.*(reject|disqualif|recycl)/,
    fits: isText,
  },
  { role: 'reason', heading: /reason/, fits: isText },
  { role: 'currency', heading: /currency/, fits: isText },
  {
    role: 'amount',
    heading: /amount|deal value|^value$|deal size|price|contract value|^(arr|mrr|acv|tcv)$/,
    fits: isNumber,
  },
];

/** Reads a table of an unknown system by the words of its headings and the looks of its cells. */
export function readWords(table: SampledTable): GuessedTable | string {
  const roles = new Map<Role, ColumnProfile>();
  const taken = new Set<ColumnProfile>();
  for (const { role, heading, fits, isSaid = (text: string) => isHeadingOf(role, text) } of words) {
    if (roles.has(role)) continue;
    const column = table.columns.find(
      (candidate) =>
        !taken.has(candidate) &&
        fits(candidate) &&
        (heading.test(asWords(candidate.heading)) || isSaid(candidate.heading)),
    );
    if (column === undefined) continue;
    roles.set(role, column);
    taken.add(column);
  }
  const guessedTime = kindOf(roles) === null ? table.columns.find(isTime) : undefined;
  if (guessedTime !== undefined) roles.set('captured', guessedTime);
  const kind = kindOf(roles);
  if (kind === null) {
    return `${table.name} was left out: no column of it holds times, so nothing says when a lead came in or a deal was won. Columns: ${table.columns.map(({ heading }) => heading).join(', ')}.`;
  }
  const { key, doubts } = findKey(table);
  if (key === null) return `${table.name} was left out: no column tells its rows apart.`;
  roles.set('key', key);
  const created = roles.get('captured');
  if (kind === 'deals' && created !== undefined && !roles.has('opened')) roles.set('opened', created);
  const timeDoubt =
    guessedTime === undefined
      ? []
      : [
          `${table.name}: "${guessedTime.heading}" was taken as the time at which a lead came in, because it is the first column with times.`,
        ];
  const speaksOfLeads =
    kind === 'deals' ||
    (['channel', 'email', 'qualified', 'campaign', 'landingPage'] as const).some((role) => roles.has(role));
  if (!speaksOfLeads) timeDoubt.push(`${table.name}: nothing but a time says that its rows are leads. Are they?`);
  return { table, kind, id: kind, crm: null, roles, doubts: [...timeDoubt, ...doubts] };
}

function kindOf(roles: ReadonlyMap<Role, ColumnProfile>): 'leads' | 'deals' | null {
  const isLead =
    roles.has('captured') &&
    (roles.has('channel') || roles.has('email') || roles.has('qualified') || roles.has('campaign'));
  const isDeal =
    roles.has('won') ||
    roles.has('lost') ||
    ((roles.has('closed') || roles.has('captured') || roles.has('opened')) &&
      (roles.has('amount') || roles.has('stage')));
  if (isLead) return 'leads';
  if (isDeal) return 'deals';
  return roles.has('captured') ? 'leads' : null;
}

function findKey(table: SampledTable): { readonly key: ColumnProfile | null; readonly doubts: readonly string[] } {
  const unique = table.columns.filter(
    (column) => isUnique(column) && column.kind !== 'time' && column.kind !== 'number',
  );
  const named = unique.find(
    ({ heading }) => /\b(id|uuid|guid|key|nr|no|number)$/.test(asWords(heading)) || isHeadingOfKey(heading),
  );
  const key = named ?? unique[0] ?? null;
  if (key === null) return { key, doubts: [] };
  if (named === undefined)
    return {
      key,
      doubts: [
        `${table.name}: "${key.heading}" was taken as key because every sampled row has a value of its own there. Is it an id that stays?`,
      ],
    };
  const others = unique.filter((column) => column !== key && /\bid$/.test(asWords(column.heading)));
  if (others.length === 0) return { key, doubts: [] };
  return {
    key,
    doubts: [
      `${table.name}: "${key.heading}" was taken as key; ${others.map(({ heading }) => `"${heading}"`).join(', ')} would tell the rows apart as well.`,
    ],
  };
}

/** A heading in lower-case words: `first_contact_date`, `FirstContactDate` and `First contact date` are one. */
export function asWords(heading: string): string {
  return heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[\s_\-./]+/g, ' ')
    .trim();
}

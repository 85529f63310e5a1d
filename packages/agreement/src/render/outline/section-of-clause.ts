import type { Agreement } from '../../agreement.ts';

/** Ids of the parts that clauses stand in, in the order of the document. */
export const clauseParts = {
  teams: 'Who takes part',
  words: 'The words',
  fits: 'Who fits',
  ready: 'How ready a lead is',
  handoffs: 'Who gets which lead',
  owed: 'What each side owes',
  back: 'What happens to a lead that was not ready',
  deals: 'Deals',
  measure: 'One measure for both',
  rhythm: 'The rhythm',
  segments: 'What is different for some leads',
  time: 'Working time',
  privacy: 'Privacy',
  frame: 'The frame of this document',
} as const;

/** Id of a part that clauses stand in. */
export type ClausePart = keyof typeof clauseParts;

const partOfSection: Readonly<Record<keyof Agreement, ClausePart>> = {
  sameteam: 'frame',
  name: 'frame',
  version: 'frame',
  effective: 'frame',
  until: 'frame',
  timeZone: 'frame',
  currency: 'frame',
  rates: 'frame',
  fiscalYear: 'frame',
  teams: 'teams',
  signatures: 'teams',
  rosters: 'teams',
  calendars: 'time',
  lists: 'words',
  terms: 'words',
  fields: 'words',
  exclusions: 'fits',
  profile: 'fits',
  segments: 'segments',
  overrides: 'segments',
  territories: 'handoffs',
  engagement: 'ready',
  questions: 'ready',
  readiness: 'ready',
  qualified: 'ready',
  handOffs: 'handoffs',
  programs: 'back',
  reasons: 'back',
  sla: 'owed',
  pipelines: 'deals',
  sourcing: 'deals',
  metrics: 'measure',
  expected: 'measure',
  plan: 'measure',
  goals: 'measure',
  compensation: 'measure',
  windows: 'measure',
  index: 'measure',
  cadence: 'rhythm',
  privacy: 'privacy',
  order: 'frame',
};

const ordered: Readonly<Record<string, ClausePart>> = { 'order.readiness': 'ready', 'order.handOffs': 'handoffs' };

/** The part of the document that a clause stands in. */
export function partOfClause(address: string): ClausePart {
  const [section = ''] = address.split('.');
  const own = ordered[address];
  if (own !== undefined) return own;
  return Object.hasOwn(partOfSection, section) ? partOfSection[section as keyof Agreement] : 'frame';
}

// Within a part: what is read first comes first.
const rank: readonly string[] = [
  'name version effective until timeZone currency rates fiscalYear sameteam',
  'teams signatures rosters terms fields lists exclusions profile',
  'order.readiness readiness qualified engagement questions order.handOffs handOffs territories',
  'reasons programs pipelines sourcing goals compensation index plan metrics expected windows segments overrides',
].flatMap((row) => row.split(' '));

/** Where a clause stands within its part. */
export function rankInPart(address: string): number {
  const [section = ''] = address.split('.');
  const found = rank.indexOf(Object.hasOwn(ordered, address) ? address : section);
  return found < 0 ? rank.length : found;
}

import type { AgreementDiff, Change } from './agreement-diff.ts';

/** Changes under one heading. */
export interface DiffSection {
  readonly title: string;
  readonly changes: readonly Change[];
}

const titles: Readonly<Record<string, string>> = {
  name: 'Name',
  timeZone: 'Time zone',
  currency: 'Currency and rates',
  rates: 'Currency and rates',
  fiscalYear: 'Fiscal year',
  teams: 'Teams',
  signatures: 'Signatures',
  calendars: 'Calendars',
  rosters: 'Rosters',
  lists: 'Lists',
  terms: 'Terms',
  fields: 'Fields',
  exclusions: 'Exclusions',
  segments: 'Segments',
  territories: 'Territories',
  profile: 'Profile',
  engagement: 'Engagement',
  questions: 'Questions',
  readiness: 'Readiness',
  qualified: 'Qualified leads',
  handOffs: 'Hand-offs',
  programs: 'Programs',
  sla: 'SLAs',
  reasons: 'Reasons',
  pipelines: 'Pipelines',
  sourcing: 'Sourcing',
  metrics: 'Metrics',
  expected: 'Expected rates',
  plan: 'Plan',
  goals: 'Goals',
  compensation: 'Compensation',
  windows: 'Windows',
  index: 'Index',
  cadence: 'Cadence',
  privacy: 'Privacy',
};

/**
 * Where a change is shown: the title of its section. An override is shown where the clause is that it is different in.
 * @returns the name of the section where it has no title of its own
 */
export function sectionTitle({ address }: Change): string {
  const steps = address.split('.');
  const [section = '', second] = steps[0] === 'overrides' && steps[2] !== undefined ? steps.slice(2) : steps;
  const key = section === 'order' && second !== undefined ? second : section;
  return Object.hasOwn(titles, key) ? (titles[key] ?? key) : key;
}

/** The changes of behaviour by section, in the order of the document, and then those of wording. */
export function diffSections(diff: AgreementDiff): readonly DiffSection[] {
  const byTitle = new Map<string, Change[]>();
  for (const change of diff.changes.filter(({ effect }) => effect === 'behaviour')) {
    const title = sectionTitle(change);
    byTitle.set(title, [...(byTitle.get(title) ?? []), change]);
  }
  const wording = diff.changes.filter(({ effect }) => effect === 'wording');
  return [
    ...[...byTitle].map(([title, changes]) => ({ title, changes })),
    ...(wording.length === 0 ? [] : [{ title: 'Only the wording', changes: wording }]),
  ];
}

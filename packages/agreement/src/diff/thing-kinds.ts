import type { ChangeEffect } from './agreement-diff.ts';

interface KindTraits {
  /** As it stands before a name: SLA "decision". */
  readonly noun: string;
  /** What another name changes. The log holds some names, so that what was recorded no longer belongs to the new one. */
  readonly renamed: ChangeEffect;
}

const recorded = 'behaviour';
const ownName = 'wording';

/** Everything that has a name of its own in an agreement, by which other clauses can speak of it. */
export const thingKinds = {
  team: { noun: 'team', renamed: recorded },
  calendar: { noun: 'calendar', renamed: ownName },
  list: { noun: 'list', renamed: ownName },
  term: { noun: 'term', renamed: ownName },
  exclusion: { noun: 'exclusion', renamed: ownName },
  segment: { noun: 'segment', renamed: recorded },
  territory: { noun: 'territory', renamed: ownName },
  profileRule: { noun: 'profile rule', renamed: ownName },
  engagementRule: { noun: 'engagement rule', renamed: ownName },
  question: { noun: 'question', renamed: recorded },
  answer: { noun: 'answer', renamed: recorded },
  readiness: { noun: 'readiness', renamed: recorded },
  handOff: { noun: 'hand-off', renamed: ownName },
  program: { noun: 'program', renamed: recorded },
  sla: { noun: 'SLA', renamed: recorded },
  reason: { noun: 'reason', renamed: recorded },
  pipeline: { noun: 'pipeline', renamed: recorded },
  stage: { noun: 'stage', renamed: recorded },
  metric: { noun: 'metric', renamed: ownName },
  goal: { noun: 'goal', renamed: ownName },
} as const satisfies Readonly<Record<string, KindTraits>>;

/** One of {@link thingKinds}. */
export type ThingKind = keyof typeof thingKinds;

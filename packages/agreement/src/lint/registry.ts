import { attemptsNotRequired } from './attempts-not-required.ts';
import { blackHole } from './black-hole.ts';
import { bonusBeyondWhole } from './bonus-beyond-whole.ts';
import { contradictorySla } from './contradictory-sla.ts';
import { deadReadiness } from './dead-readiness.ts';
import { effectiveInPast } from './effective-in-past.ts';
import { excludesEverybody } from './excludes-everybody.ts';
import { expectedNotMonotone } from './expected-not-monotone.ts';
import { goalWithoutMetric } from './goal-without-metric.ts';
import { holidayRegionUnknown } from './holiday-region-unknown.ts';
import { hotWithoutSla } from './hot-without-sla.ts';
import { neverBinds } from './never-binds.ts';
import { noSharedMeasure } from './no-shared-measure.ts';
import { oneSided } from './one-sided.ts';
import { overlappingGrade } from './overlapping-grade.ts';
import { planBelowPromise } from './plan-below-promise.ts';
import { probabilitiesNotMonotone } from './probabilities-not-monotone.ts';
import { programLeftAtOnce } from './program-left-at-once.ts';
import { programWithoutExit } from './program-without-exit.ts';
import { questionNobodyAsks } from './question-nobody-asks.ts';
import { rateBeyondOne } from './rate-beyond-one.ts';
import { reasonWithoutRoute } from './reason-without-route.ts';
import { recycleWithoutDate } from './recycle-without-date.ts';
import { reviewTooRare } from './review-too-rare.ts';
import { shadowedRule } from './shadowed-rule.ts';
import { shadowedSegment } from './shadowed-segment.ts';
import { slaBeyondCapacity } from './sla-beyond-capacity.ts';
import { slaNeverStarts } from './sla-never-starts.ts';
import { termWithoutSource } from './term-without-source.ts';
import { unknownActivity } from './unknown-activity.ts';
import { unownedTerm } from './unowned-term.ts';
import { unsigned } from './unsigned.ts';
import { unusedProgram } from './unused-program.ts';

/**
 * All rules of lint. A new rule is a file, its test, its page in docs/lint, a fixture with the fault, and a line here.
 * @example lintRules.map(({ code }) => code).includes('one-sided') // true
 */
export const lintRules = [
  attemptsNotRequired,
  blackHole,
  bonusBeyondWhole,
  contradictorySla,
  deadReadiness,
  effectiveInPast,
  excludesEverybody,
  expectedNotMonotone,
  goalWithoutMetric,
  holidayRegionUnknown,
  hotWithoutSla,
  neverBinds,
  noSharedMeasure,
  oneSided,
  overlappingGrade,
  planBelowPromise,
  probabilitiesNotMonotone,
  programLeftAtOnce,
  programWithoutExit,
  questionNobodyAsks,
  rateBeyondOne,
  reasonWithoutRoute,
  recycleWithoutDate,
  reviewTooRare,
  shadowedRule,
  shadowedSegment,
  slaBeyondCapacity,
  slaNeverStarts,
  termWithoutSource,
  unknownActivity,
  unownedTerm,
  unsigned,
  unusedProgram,
] as const;

/** Codes that lint gives. */
export type LintCode = (typeof lintRules)[number]['code'];

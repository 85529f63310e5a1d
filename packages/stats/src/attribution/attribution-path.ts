import { checkCount } from '../checks.ts';
import { StatsError } from '../stats-error.ts';

/** Steps of a path at which something was reached: an index into `steps`, from 0. */
export interface PathMilestones {
  /** The step that the lead was captured with: the last touch up to the capture. */
  readonly capture?: number;
  /** The step that led to the opportunity: the last touch up to its opening. */
  readonly opportunity?: number;
}

/**
 * A path of touches with the number of leads that took it. Leads with the same path are counted together, and may also
 * be listed apart: that changes no result. What distinguishes paths is up to who counts them: without `ages` and
 * `milestones` a million leads come down to some thousand paths; ages in whole days keep them together better than
 * exact ones.
 * @example
 * { steps: ['search', 'webinar', 'webinar'], converted: 3, notConverted: 40, valueMinor: 120_000, ages: [9, 2, 0] }
 */
export interface AttributionPath {
  /** Channels in order of time. Repeated touches of a channel are repeated. Empty for those who were never touched. */
  readonly steps: readonly string[];
  /** How many who took this path converted. */
  readonly converted: number;
  /** How many took it and did not; 0 unless told. Only Markov looks at them. */
  readonly notConverted?: number;
  /** What all conversions of this path are worth together, in integer minor units of one currency; 0 unless told. */
  readonly valueMinor?: number;
  /** Days from each step to the conversion, from 0, never rising. Needed for time decay. */
  readonly ages?: readonly number[];
  /** Steps at which something was reached. Needed for W and full path. */
  readonly milestones?: PathMilestones;
}

/** What a list of paths comes to. */
export interface PathTotals {
  readonly conversions: number;
  readonly valueMinor: number;
  /** The part of both that lies on paths without any step, which no channel can be credited for. */
  readonly untouched: { readonly conversions: number; readonly valueMinor: number };
}

/**
 * Adds up paths after checking each.
 * @throws StatsError `not-a-count`, `empty-step`, `value-without-conversion`, `not-ages`, `milestone-outside-path`
 */
export function totalsOfPaths(paths: readonly AttributionPath[]): PathTotals {
  const all = { conversions: 0, valueMinor: 0 };
  const untouched = { conversions: 0, valueMinor: 0 };
  let touches = 0;
  for (const [index, path] of paths.entries()) {
    checkPath(path, index);
    const { steps, converted, notConverted = 0, valueMinor = 0 } = path;
    all.conversions += converted;
    all.valueMinor += valueMinor;
    touches += (converted + notConverted) * (steps.length + 1);
    if (steps.length > 0) continue;
    untouched.conversions += converted;
    untouched.valueMinor += valueMinor;
  }
  checkCount('valueMinor of all paths', all.valueMinor);
  checkCount('The number of touches on all paths', touches);
  return { ...all, untouched };
}

function checkPath({ steps, converted, notConverted, valueMinor, ages, milestones }: AttributionPath, path: number) {
  checkCount(`converted of path ${path}`, converted);
  checkCount(`notConverted of path ${path}`, notConverted ?? 0);
  checkCount(`valueMinor of path ${path}`, valueMinor ?? 0);
  if (converted === 0 && (valueMinor ?? 0) > 0) throw new StatsError('value-without-conversion', { path });
  const emptyStep = steps.findIndex((step) => typeof step !== 'string' || step === '');
  if (emptyStep !== -1) throw new StatsError('empty-step', { path, step: emptyStep });
  if (ages !== undefined) checkAges(ages, { path, steps: steps.length });
  for (const milestone of ['capture', 'opportunity'] as const) {
    const step = milestones?.[milestone];
    if (step === undefined || (Number.isInteger(step) && step >= 0 && step < steps.length)) continue;
    throw new StatsError('milestone-outside-path', { path, milestone, step, steps: steps.length });
  }
}

function checkAges(ages: readonly number[], { path, steps }: { readonly path: number; readonly steps: number }) {
  const isBad = ages.some((age, step) => !(age >= 0 && age < Infinity && age <= (ages[step - 1] ?? Infinity)));
  if (ages.length !== steps || isBad) throw new StatsError('not-ages', { path, steps, ages });
}

import { StatsError } from '../stats-error.ts';
import type { AttributionModel } from './attribution-model.ts';
import type { AttributionPath } from './attribution-path.ts';

type Anchor = 'first' | 'capture' | 'opportunity' | 'last';

/** Percent for marked touches, and for all others together. */
interface Shape {
  readonly anchors: readonly (readonly [anchor: Anchor, percent: number])[];
  readonly others: number;
}

/** Models that go by the position of a touch. */
export type PositionModel = Exclude<AttributionModel, 'time_decay' | 'markov'>;

const shapes: Readonly<Record<PositionModel, Shape>> = {
  first: { anchors: [['first', 100]], others: 0 },
  last: { anchors: [['last', 100]], others: 0 },
  linear: { anchors: [], others: 100 },
  u: {
    anchors: [
      ['first', 40],
      ['last', 40],
    ],
    others: 20,
  },
  w: {
    anchors: [
      ['first', 30],
      ['capture', 30],
      ['opportunity', 30],
    ],
    others: 10,
  },
  full_path: {
    anchors: [
      ['first', 22.5],
      ['capture', 22.5],
      ['opportunity', 22.5],
      ['last', 22.5],
    ],
    others: 10,
  },
};

/**
 * The share of each touch of a path in its conversions, by its position. A touch that is marked twice has both shares.
 * A share that has no touch to go to (no milestone, no other touch) is left out, and the rest is scaled up to the whole.
 * @returns one weight from 0 for each step; they add up to 1
 */
export function positionWeights(path: AttributionPath, model: PositionModel): readonly number[] {
  const { anchors, others } = shapes[model];
  const percent = path.steps.map(() => 0);
  let given = 0;
  for (const [anchor, share] of anchors) {
    const step = stepOf(path, anchor);
    if (step === undefined) continue;
    percent[step] = (percent[step] ?? 0) + share;
    given += share;
  }
  const unmarked = percent.filter((share) => share === 0).length;
  const total = given + (unmarked > 0 ? others : 0);
  return percent.map((share) => (share > 0 ? share / total : others / (unmarked * total)));
}

/** Whether a milestone that the model gives credit to is not marked on the path. */
export function lacksMilestone(path: AttributionPath, model: PositionModel): boolean {
  return shapes[model].anchors.some(([anchor]) => stepOf(path, anchor) === undefined);
}

/**
 * The share of each touch of a path in its conversions, halved for each half-life that it is older than the last.
 * @returns one weight from 0 for each step; they add up to 1
 * @throws StatsError `no-ages` where a path of several touches has none
 */
export function decayWeights(path: AttributionPath, index: number, halfLifeDays: number): readonly number[] {
  const { steps, ages } = path;
  if (steps.length === 1) return [1];
  if (ages === undefined) throw new StatsError('no-ages', { path: index });
  // From the last touch instead of from the conversion: the same shares, and those of a year ago do not vanish.
  const youngest = ages.at(-1) ?? 0;
  const weights = ages.map((age) => 2 ** ((youngest - age) / halfLifeDays));
  const total = weights.reduce((before, weight) => before + weight, 0);
  return weights.map((weight) => weight / total);
}

function stepOf({ steps, milestones }: AttributionPath, anchor: Anchor): number | undefined {
  if (anchor === 'first') return 0;
  return anchor === 'last' ? steps.length - 1 : milestones?.[anchor];
}

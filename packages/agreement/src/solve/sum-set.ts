/** Whole numbers from the first to the second. */
export type Run = readonly [number, number];

/** So many events of one kind and age. */
export interface Done {
  readonly activity: string;
  readonly ageMs: number;
  readonly times: number;
}

/**
 * A set of whole numbers that something can add up to, and what adds up to each of them. Kept as runs of neighbouring
 * numbers: after a few events the sums of decayed points lie dense.
 */
export interface SumSet {
  /** Ascending, apart from each other. */
  readonly runs: readonly Run[];
  /** What adds up to a number of the set. */
  readonly explain: (sum: number) => readonly Done[];
}

/** Counts the work, and says when it is too much. */
export type Spend = (work: number) => void;

export const nothing: SumSet = { runs: [[0, 0]], explain: () => [] };

/** One event, or another one: each brings a number. */
export function oneOf(options: readonly { readonly value: number; readonly done: Done }[]): SumSet {
  const byValue = new Map(options.map(({ value, done }) => [value, done]));
  return {
    runs: joined([...byValue.keys()].map((value): Run => [value, value])),
    explain: (sum) => {
      const done = byValue.get(sum);
      return done === undefined ? [] : [done];
    },
  };
}

/** What is in any of some sets. */
export function union(sets: readonly SumSet[]): SumSet {
  const [only] = sets;
  if (sets.length === 1 && only !== undefined) return only;
  return {
    runs: joined(sets.flatMap(({ runs }) => runs)),
    explain: (sum) => sets.find((set) => inRuns(set.runs, sum))?.explain(sum) ?? [],
  };
}

/** All sums of a number of each set. */
export function plus(a: SumSet, b: SumSet, [least, most]: Run, spend: Spend): SumSet {
  if (a === nothing) return b;
  if (b === nothing) return a;
  spend(a.runs.length * b.runs.length);
  const runs: Run[] = [];
  for (const [low, high] of a.runs) {
    for (const [from, to] of b.runs) {
      if (low + from <= most && high + to >= least) runs.push([Math.max(least, low + from), Math.min(most, high + to)]);
    }
  }
  return {
    runs: joined(runs),
    explain: (sum) => {
      for (const [low, high] of a.runs) {
        const match = b.runs.find(([from, to]) => low + from <= sum && sum <= high + to);
        if (match === undefined) continue;
        const first = Math.max(low, Math.min(high, sum - match[0]));
        return [...a.explain(first), ...b.explain(sum - first)];
      }
      return [];
    },
  };
}

/**
 * A set and any number of numbers of another one added to it, as far as the sums lie within bounds. Small numbers are
 * added first, since then the sums soon lie dense.
 */
export function closedUnder(set: SumSet, one: SumSet, bounds: Run, spend: Spend): SumSet {
  const steps = one.runs
    .flatMap(([low, high]) => Array.from({ length: high - low + 1 }, (_, index) => low + index))
    .filter((step) => step !== 0)
    .sort((a, b) => Math.abs(a) - Math.abs(b));
  spend(steps.length);
  const layers: { readonly before: readonly Run[]; readonly step: number }[] = [];
  let runs = set.runs;
  for (const step of steps) {
    const before = runs;
    for (let shift = step; Math.abs(shift) <= bounds[1] - bounds[0]; shift *= 2) {
      spend(runs.length);
      const more = joined([...runs, ...shifted(runs, shift, bounds)]);
      if (isSame(more, runs)) break;
      runs = more;
    }
    if (runs !== before) layers.push({ before, step });
  }
  if (layers.length === 0) return set;
  const explain = (sum: number): readonly Done[] => {
    const added: Done[] = [];
    let rest = sum;
    for (const { before, step } of layers.toReversed()) {
      const times = timesNeeded(rest, step, before);
      added.push(...one.explain(step).map((done) => ({ ...done, times: done.times * times })));
      rest -= times * step;
    }
    return [...set.explain(rest), ...added.filter(({ times }) => times > 0)];
  };
  const oneSign = steps.every((step) => step > 0) || steps.every((step) => step < 0);
  return { runs, explain: oneSign ? (sum) => largestFirst(sum) ?? explain(sum) : explain };

  // Dense sets are made of many small numbers; an example of few events is easier to read.
  function largestFirst(sum: number): readonly Done[] | null {
    const added: Done[] = [];
    let rest = sum;
    for (const step of steps.toReversed()) {
      if (inRuns(set.runs, rest)) break;
      let times = 0;
      while (inRuns(runs, rest - step) && !inRuns(set.runs, rest)) {
        rest -= step;
        times++;
      }
      if (times > 0) added.push(...one.explain(step).map((done) => ({ ...done, times: done.times * times })));
    }
    return inRuns(set.runs, rest) ? [...set.explain(rest), ...added] : null;
  }
}

/** How often a step must be taken back, at least, to be in some runs. */
function timesNeeded(sum: number, step: number, runs: readonly Run[]): number {
  const times = runs.flatMap(([low, high]) => {
    const fewest = Math.max(0, Math.ceil((step > 0 ? sum - high : sum - low) / step));
    const rest = sum - fewest * step;
    return low <= rest && rest <= high ? [fewest] : [];
  });
  return Math.min(...times);
}

/** Some of the runs of a set, spread over it, so that it stays small. */
export function thinned(set: SumSet, most: number): SumSet {
  const { length } = set.runs;
  if (length <= most) return set;
  const kept = Array.from({ length: most }, (_, index) => Math.round((index * (length - 1)) / (most - 1)));
  return { runs: kept.flatMap((index) => set.runs.slice(index, index + 1)), explain: set.explain };
}

function shifted(runs: readonly Run[], shift: number, [least, most]: Run): readonly Run[] {
  return runs.flatMap(([low, high]): readonly Run[] => {
    const [from, to] = [Math.max(least, low + shift), Math.min(most, high + shift)];
    return from <= to ? [[from, to]] : [];
  });
}

function inRuns(runs: readonly Run[], sum: number): boolean {
  return runs.some(([low, high]) => low <= sum && sum <= high);
}

/** The numbers of a set, held at a cap in either direction. */
export function held(set: SumSet, cap: number): SumSet {
  const runs = set.runs.map(([low, high]): Run => [hold(low, cap), hold(high, cap)]);
  return {
    runs: joined(runs),
    explain: (sum) => {
      if (Math.abs(sum) < cap) return set.explain(sum);
      if (cap === 0) return set.explain(set.runs[0]?.[0] ?? 0);
      const beyond = set.runs.find(([low, high]) => (sum < 0 ? low <= sum : high >= sum));
      if (beyond === undefined) return [];
      const [low, high] = beyond;
      return set.explain(sum < 0 ? Math.min(high, sum) : Math.max(low, sum));
    },
  };
}

function hold(sum: number, cap: number): number {
  return Math.max(-cap, Math.min(cap, sum)) + 0;
}

function isSame(a: readonly Run[], b: readonly Run[]): boolean {
  return a.length === b.length && a.every(([low, high], index) => b[index]?.[0] === low && b[index]?.[1] === high);
}

function joined(runs: readonly Run[]): readonly Run[] {
  const sorted = [...runs].sort(([a], [b]) => a - b);
  const result: [number, number][] = [];
  for (const [low, high] of sorted) {
    const last = result.at(-1);
    if (last !== undefined && low <= last[1] + 1) last[1] = Math.max(last[1], high);
    else result.push([low, high]);
  }
  return result;
}

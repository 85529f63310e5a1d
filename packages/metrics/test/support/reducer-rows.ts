import { type FactGrain, type FactRowOf, factSchema } from '../../src/facts/schema/fact-schema.ts';
import type { FactReducer, GroupedScope } from '../../src/plan/reduction.ts';

/** Milliseconds of a day. */
export const dayMs = 86_400_000;
/** Everything up to the hundredth day. */
export const bounds = { asOfMs: 100 * dayMs, knownAtMs: null, version: null };
/** The test that every row passes. */
export const all = [[]] as const;

/** Makes a reducer over hand-made rows of a grain, whose local days are those of UTC, and whose weeks begin on Thursday. */
export type ReducerOver = <G extends FactGrain>(
  grain: G,
  rows: readonly FactRowOf<G>[],
  hasExclusions: boolean,
) => Promise<FactReducer>;

/** The same of rows that name some columns: the others are missing. */
export function overParts(made: ReducerOver) {
  return <G extends FactGrain>(
    grain: G,
    rows: readonly Partial<FactRowOf<G>>[],
    { hasExclusions = true } = {},
  ): Promise<FactReducer> => {
    const empty = Object.fromEntries(Object.keys(factSchema[grain]).map((column) => [column, null]));
    return made(
      grain,
      rows.map((row) => ({ ...empty, ...row }) as FactRowOf<G>),
      hasExclusions,
    );
  };
}

/** All leads by their capture. */
export const scope: GroupedScope = {
  grain: 'leads',
  anchor: 'at_captured',
  firstDay: null,
  lastDay: null,
  filters: [],
  where: all,
  dimensions: [],
  calendar: null,
};

/** A lead by the day of its capture. */
export const lead = (
  name: string,
  day: number,
  more: Partial<FactRowOf<'leads'>> = {},
): Partial<FactRowOf<'leads'>> => ({
  lead: `lead/${name}`,
  at_captured: day * dayMs,
  channel: 'email',
  ...more,
});

/** Of five leads one is excluded, and one was never captured. */
export const five = [
  lead('a', 1, { at_mql: 3 * dayMs, owner_at_now: 'sue', attempts: 2 }),
  lead('b', 2, { at_mql: 2 * dayMs + 1500, channel: null, owner_at_now: 'sue' }),
  lead('c', 8, { excluded: 'rivals' }),
  lead('d', 9, { at_mql: 9 * dayMs - 1, channel: 'paid', owner_at_now: 'tim' }),
  { ...lead('e', 0), at_captured: null },
];

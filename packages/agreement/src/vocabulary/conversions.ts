import { type StageId, stages } from '@sameteam/model';

type Pairs<S extends readonly string[]> = S extends readonly [infer From extends string, ...infer Rest extends string[]]
  ? (From extends 'captured' ? Exclude<Rest[number], 'won'> | never : Rest[number]) extends infer To extends string
    ? `${From}_to_${To}` | Pairs<Rest>
    : never
  : never;

/** The name of a conversion between two stages, as in `windows` and `expected`. */
export type ConversionId = 'lead_to_win' | Pairs<typeof stages>;

/** Two stages, the earlier one first. */
export interface Conversion {
  readonly from: StageId;
  readonly to: StageId;
}

/**
 * The name of the conversion from one stage to a later one: `mql_to_sal`; from first to last it is `lead_to_win`.
 * @returns `null` when the second stage does not come after the first
 * @example conversionId({ from: 'captured', to: 'won' }) // 'lead_to_win'
 */
export function conversionId(conversion: Conversion): ConversionId | null {
  const { from, to } = conversion;
  const [first, second] = [stages.indexOf(from), stages.indexOf(to)];
  if (first < 0 || second <= first) return null;
  return from === 'captured' && to === 'won' ? 'lead_to_win' : (`${from}_to_${to}` as ConversionId);
}

/**
 * The names of all conversions: from each stage to each later one.
 * @example conversionIds.length // 21
 */
export const conversionIds: readonly ConversionId[] = stages.flatMap((from) =>
  stages.flatMap((to) => conversionId({ from, to }) ?? []),
);

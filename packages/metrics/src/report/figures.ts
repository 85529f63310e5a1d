/** What a number is, and what it must not be shown without. */
export interface Figures {
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly excluded: number;
  readonly implied: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly mature: boolean | null;
  readonly projected: number | null;
  readonly projectedLow: number | null;
  readonly projectedHigh: number | null;
  readonly binding: boolean | null;
}

/** Nothing counted. */
export const noFigures: Figures = {
  value: null,
  numerator: null,
  denominator: null,
  excluded: 0,
  implied: 0,
  low: null,
  high: null,
  mature: null,
  projected: null,
  projectedLow: null,
  projectedHigh: null,
  binding: null,
};

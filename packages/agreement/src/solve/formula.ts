/** A question that is answered by choosing a value for each variable, and by what the lead did. */
export type Formula = Constant | Every | Some | Choice | Sum | Count;

interface Shared {
  readonly id: number;
  /** Bit of each variable that it depends on; {@link engagementBit} for what the lead did. */
  readonly reads: bigint;
}

interface Constant extends Shared {
  readonly kind: 'constant';
  readonly holds: boolean;
}

interface Every extends Shared {
  readonly kind: 'every';
  readonly parts: readonly Formula[];
}

interface Some extends Shared {
  readonly kind: 'some';
  readonly parts: readonly Formula[];
}

/** A variable has one of some values: those whose bit is set. */
export interface Choice extends Shared {
  readonly kind: 'choice';
  readonly variable: number;
  readonly values: bigint;
}

/** Weights of what holds add up to a bound, or more; all in whole thousandths. */
export interface Sum extends Shared {
  readonly kind: 'sum';
  readonly tables: readonly Table[];
  readonly terms: readonly Term[];
  /** How often the points of engagement without answers count: -1, 0 or 1 time. */
  readonly engagement: -1 | 0 | 1;
  readonly atLeast: number;
}

/** What each value of a variable weighs. */
export interface Table {
  readonly variable: number;
  readonly weights: readonly number[];
}

export interface Term {
  readonly formula: Formula;
  readonly weight: number;
}

/** The lead did something at least so often, or not so often. */
export interface Count extends Shared, CountTest {
  readonly kind: 'count';
  readonly holds: boolean;
}

/** So many engagements that are not older than that. */
export interface CountTest {
  /** `null` for any activity. */
  readonly activities: readonly string[] | null;
  /** Age in milliseconds, included; infinity for ever. */
  readonly withinMs: number;
  readonly count: number;
}

/** The bit in `reads` that stands for what the lead did. Variables are numbered from 1. */
export const engagementBit = 1n;

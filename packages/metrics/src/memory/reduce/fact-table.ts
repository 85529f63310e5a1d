import type { Dictionary } from '../../facts/columns/dictionary.ts';
import type { FactGrain } from '../../facts/schema/fact-schema.ts';

/** Codes of a column and what they stand for; code 0 is the missing one. */
export interface CodedColumn {
  readonly codes: Int32Array;
  readonly dictionary: Dictionary;
}

/** Facts of one grain as a query sees them. A column is made when it is first asked for. */
export interface FactTable {
  readonly grain: FactGrain;
  readonly count: number;
  /** Values of a time, integer or day; NaN where there is none. */
  readonly numbers: (column: string) => Float64Array;
  /** Local days of a time; meaningless where there is no time. */
  readonly days: (time: string) => Int32Array;
  /** Values of a term or subject. */
  readonly codes: (column: string) => CodedColumn;
  /** 1 for a row that an exclusion of the agreement takes out; `null` where it takes out none. */
  readonly excluded: () => Uint8Array | null;
}

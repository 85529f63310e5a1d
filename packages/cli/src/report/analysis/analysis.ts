import type { GridColumn } from '../../terminal/grid.ts';
import type { FlatRow } from '../flatten-row.ts';
import type { Marks } from '../marks.ts';

/** A table of an analysis: what names its lines, and columns at their right. */
export interface AnalysisTable {
  /** `null` where there is one table only. */
  readonly heading: string | null;
  readonly left: readonly GridColumn[];
  /** What does not fit beside the others stands in a further block below; drawn as wide as told. */
  readonly columns: (drawn: number, marks: Marks) => readonly GridColumn[];
}

/** An answer that is neither a report nor a list of leads, before it is printed. */
export interface Analysis {
  readonly tables: readonly AnalysisTable[];
  /** Sentences above the tables: the answer itself. */
  readonly answers: readonly string[];
  /** Sentences below them: what it is of, and how to read it. */
  readonly notes: readonly string[];
  /** One flat object a row, all with the same keys, for programs. */
  readonly rows: readonly FlatRow[];
  /** Keys of rows that are amounts of money, in minor units of the row's `currency`; none unless told. */
  readonly amounts?: readonly string[];
}

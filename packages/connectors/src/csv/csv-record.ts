/** Why a record could not be cut into cells. */
export type RecordProblem =
  | 'record-too-long'
  | 'unclosed-quote'
  | 'bad-quote'
  | 'cut-off'
  | 'bad-encoding'
  | 'nul-byte';

/** How many characters of a broken record are kept. */
export const rawLimit = 10_000;

/** One record of a table: its cells, or the reason why it has none. */
export interface CsvRecord {
  /** The line on which it starts; the file's first line is 1. */
  readonly line: number;
  /** Empty when there is a `problem`. */
  readonly cells: readonly string[];
  /** The record as it stands in the file, without its line break; of a broken one at most the first 10,000 characters. */
  readonly raw: string;
  readonly problem: RecordProblem | null;
  /** True for the file's last record when no line break follows it: the file may have been cut off there. */
  readonly unterminated: boolean;
}

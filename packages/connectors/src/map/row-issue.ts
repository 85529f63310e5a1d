import type { RecordProblem } from '../csv/csv-record.ts';

/** Why a row goes to quarantine. The store adds codes of its own (`bad-event`, `conflict`). */
export type RowIssueCode =
  | RecordProblem
  | 'too-few-cells'
  | 'too-many-cells'
  | 'missing-key'
  | 'missing-value'
  | 'missing-time'
  | 'bad-time'
  | 'wrong-date-order'
  | 'bad-number'
  | 'bad-boolean'
  | 'bad-currency'
  | 'unknown-value'
  | 'join-no-partner'
  | 'join-not-unique';

/** One thing that is wrong with a row, and where. */
export interface RowIssue {
  readonly file: string;
  /** The line on which the row starts. */
  readonly line: number;
  /** The heading, where one cell is to blame. */
  readonly column: string | null;
  readonly code: RowIssueCode;
  readonly message: string;
  /** The row as it stands in the file; of a broken record at most 10,000 characters. */
  readonly raw: string;
}

/** What is said of a record that could not be cut into cells. */
export const problemMessages: Readonly<Record<RecordProblem, string>> = {
  'record-too-long':
    'The row is longer than the limit (1 MB). Look for a quote that is not closed, or for a file that is not a table.',
  'unclosed-quote':
    'A quote is opened and not closed. Close it, or double it where it belongs to the text; the rows after it were read.',
  'bad-quote': 'A quote stands in the middle of a quoted cell. Double it ("") where it belongs to the text.',
  'cut-off': 'The file ends in the middle of this row. It was cut off: export or copy it again.',
  'bad-encoding':
    'The row is not valid UTF-8 (or UTF-16, where the file is). Say `encoding: windows-1252` in the map if the file comes from an older Excel.',
  'nul-byte': 'The row holds a NUL character, which no text has. Export the file again.',
};

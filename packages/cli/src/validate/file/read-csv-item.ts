import type { CsvItem } from '@sameteam/connectors/items';
import type { FileIssue } from './file-issue.ts';
import { type ReadItem, readItem } from './read-item.ts';

/** Checks the event of a row, and names the columns of what is wrong. */
export function readCsvItem(item: CsvItem, nowMs: number): ReadItem {
  const read = readItem(item, nowMs);
  return read.issues.length === 0 ? read : { ...read, issues: read.issues.map((issue) => withColumn(issue, item)) };
}

function withColumn(issue: FileIssue, { fault, columnOf }: CsvItem): FileIssue {
  const column = fault === null && issue.pointer !== undefined ? columnOf(issue.pointer) : null;
  if (column === null) return issue;
  const { name, issue: ofName } = column;
  if (ofName === null) return { ...issue, column: name };
  // The model compares with the fields beside it; the header with all columns.
  return { ...issue, column: name, nearest: ofName.nearest, message: ofName.message };
}

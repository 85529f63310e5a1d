import { nearestName } from '@sameteam/model';
import type { CsvRecord } from '../csv/csv-record.ts';
import { strayDelimiter } from '../csv/sniff-dialect.ts';
import { missingHeadings } from './assign-file.ts';
import type { CompiledFile } from './compile-file.ts';
import type { PreparedTable } from './prepare-tables.ts';
import { problemMessages } from './row-issue.ts';
import type { TableIssue, TableIssueCode } from './table-issue.ts';

const delimiterNames = { ',': 'a comma', ';': 'a semicolon', '\t': 'a tab', '|': 'a bar' } as const;

/** What is wrong with the header of a table: each message names the file, the column and the nearest heading. */
export function checkHeader(
  file: CompiledFile,
  table: PreparedTable,
  record: CsvRecord | undefined,
): readonly TableIssue[] {
  const { name, header, dialect } = table;
  const issue = (code: TableIssueCode, column: string | null, message: string): TableIssue => ({
    file: name,
    line: record?.line ?? 1,
    column,
    code,
    severity: 'error',
    message: `Cannot import ${name}: ${message}`,
  });
  if (record === undefined || record.problem !== null) {
    return [
      issue('bad-header', null, `its first row cannot be read. ${problemMessages[record?.problem ?? 'cut-off']}`),
    ];
  }
  const missing = missingHeadings(file, new Set(header));
  const stray = header.length === 1 ? strayDelimiter(record.raw, dialect.delimiter) : null;
  if (missing.length > 0 && stray !== null) {
    const said = file.spec.delimiter === undefined ? 'It was read with' : 'The map says';
    return [
      issue(
        'wrong-delimiter',
        null,
        `its header is one cell, "${shorten(record.raw)}". ${said} ${delimiterNames[dialect.delimiter]} between cells, but the file has ${delimiterNames[stray]}. Say \`delimiter: ${JSON.stringify(stray)}\` in the map under files.${file.id}.`,
      ),
    ];
  }
  const free = header.filter((heading) => !file.headings.includes(heading));
  const absent = missing.map((heading) => {
    const nearest = nearestName(heading, free) ?? nearestWord(heading, free);
    const hint = nearest === null ? '' : ` Did it become "${nearest}"?`;
    return issue(
      'missing-column',
      heading,
      `column "${heading}" is missing.${hint} Columns found: ${shorten(header.join(', '))}. Name it in the map under files.${file.id}${hint === '' ? ', or list it under `optional`' : ''}.`,
    );
  });
  const twice = header.filter((heading, index) => header.indexOf(heading) < index && file.headings.includes(heading));
  return [...absent, ...new Set(twice)].map((entry) =>
    typeof entry === 'string'
      ? issue(
          'duplicate-heading',
          entry,
          `two columns are called "${entry}", and the map reads it. Rename one of them in the file.`,
        )
      : entry,
  );
}

// "Lead ID" for lead_id, which edit distance alone may find too far away.
function nearestWord(heading: string, candidates: readonly string[]): string | null {
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return candidates.find((candidate) => bare(candidate) === bare(heading)) ?? null;
}

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}

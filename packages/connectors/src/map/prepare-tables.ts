import type { CsvDialect } from '../csv/dialect.ts';
import { sniffDialect } from '../csv/sniff-dialect.ts';
import { assignFile } from './assign-file.ts';
import { checkDateOrder } from './check-date-order.ts';
import { checkHeader } from './check-header.ts';
import type { CompiledMap } from './compile-map.ts';
import type { TableIssue } from './table-issue.ts';

/** A given file: its name and its first bytes. */
export interface GivenTable {
  readonly name: string;
  /** At least the header and some rows; 64 kB are plenty. */
  readonly sample: Uint8Array;
}

/** A given file that a map can read. Plain data: it can be sent to another thread. */
export interface PreparedTable {
  readonly name: string;
  /** The file of the map that it is. */
  readonly file: string;
  readonly dialect: CsvDialect;
  readonly header: readonly string[];
}

/** What `prepareTables` found. With an `error` among the issues nothing of it should be imported. */
export interface Preparation {
  readonly tables: readonly PreparedTable[];
  readonly issues: readonly TableIssue[];
}

/**
 * Finds out which file of the map each given file is and how it is written, and refuses what cannot be read, before any
 * row is: empty and binary files, a wrong delimiter, missing or renamed columns, dates in another order throughout.
 * @param given in the order in which they were given
 * @example prepareTables(compiled, [{ name: 'leads.csv', sample }]).tables[0]?.file // 'leads'
 */
export function prepareTables(compiled: CompiledMap, given: readonly GivenTable[]): Preparation {
  const results = given.map((table) => prepareTable(compiled, table));
  const tables = results.flatMap(({ table }) => (table === null ? [] : [table]));
  return { tables, issues: [...results.flatMap(({ issues }) => issues), ...joinIssues(compiled, tables)] };
}

function prepareTable(
  compiled: CompiledMap,
  { name, sample }: GivenTable,
): { readonly table: PreparedTable | null; readonly issues: readonly TableIssue[] } {
  const refuse = (code: 'empty-file' | 'binary-file', why: string) => ({
    table: null,
    issues: [
      {
        file: name,
        line: null,
        column: null,
        code,
        severity: 'error',
        message: `Cannot import ${name}: ${why}. Give a table as text (CSV).`,
      } as const,
    ],
  });
  const first = sniffDialect(sample);
  if ('code' in first && first.code === 'empty-file') return refuse(first.code, first.why);
  const assigned = assignFile(compiled, name, 'code' in first ? [] : (first.records[0]?.cells ?? []));
  if ('issue' in assigned)
    return 'code' in first ? refuse(first.code, first.why) : { table: null, issues: [assigned.issue] };
  const { spec } = assigned.file;
  const known = {
    ...(spec.delimiter && { delimiter: spec.delimiter }),
    ...(spec.encoding && { encoding: spec.encoding }),
  };
  const sniffed = sniffDialect(sample, known);
  if ('code' in sniffed) return refuse(sniffed.code, sniffed.why);
  const [headerRecord, ...rows] = sniffed.records;
  const header = (headerRecord?.cells ?? []).map((heading) => heading.trim());
  const table: PreparedTable = { name, file: assigned.file.id, dialect: sniffed.dialect, header };
  const issues = checkHeader(assigned.file, table, headerRecord);
  const errors = issues.length > 0 ? issues : checkDateOrder(assigned.file, table, compiled, rows);
  const warnings = rows.length === 0 && issues.length === 0 ? [headerOnly(name)] : [];
  return {
    table: errors.some(({ severity }) => severity === 'error') ? null : table,
    issues: [...errors, ...warnings],
  };
}

function headerOnly(name: string): TableIssue {
  return {
    file: name,
    line: 1,
    column: null,
    code: 'header-only',
    severity: 'warning',
    message: `${name} has a header and no rows. Nothing is imported from it.`,
  };
}

function joinIssues(compiled: CompiledMap, tables: readonly PreparedTable[]): readonly TableIssue[] {
  return tables.flatMap(({ name, file }) => {
    const joins = compiled.files.get(file)?.spec.joins ?? [];
    return joins
      .filter((join) => !tables.some((table) => table.file === join.file))
      .map(
        (join): TableIssue => ({
          file: name,
          line: null,
          column: null,
          code: 'missing-join',
          severity: 'error',
          message: `Cannot import ${name} alone: the map takes ${join.take.join(', ')} from its file "${join.file}". Give both files in the same import.`,
        }),
      );
  });
}

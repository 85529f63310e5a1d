import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { olistFiles, olistPath } from './olist.ts';

/** A row of an export by its headings. */
export type ExportRow = Readonly<Record<string, string>>;

/** Both files of the Olist export as plain rows, read by another parser than the one under test. */
export interface OlistExport {
  readonly leads: readonly ExportRow[];
  readonly deals: readonly ExportRow[];
}

/** The export as it was published. */
export function readOlist(): OlistExport {
  const read = (name: string): readonly ExportRow[] => parse(readFileSync(olistPath(name), 'utf8'), { columns: true });
  return { leads: read(olistFiles.leads), deals: read(olistFiles.deals) };
}

/** Writes an export into a folder under the names of the original. */
export function writeOlist(folder: string, { leads, deals }: OlistExport): readonly [string, string] {
  const paths = [join(folder, olistFiles.leads), join(folder, olistFiles.deals)] as const;
  writeFileSync(paths[0], csvOf(leads));
  writeFileSync(paths[1], csvOf(deals));
  return paths;
}

function csvOf(rows: readonly ExportRow[]): string {
  const headings = Object.keys(rows[0] ?? {});
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\n`;
  return line(headings) + rows.map((row) => line(headings.map((heading) => row[heading] ?? ''))).join('');
}

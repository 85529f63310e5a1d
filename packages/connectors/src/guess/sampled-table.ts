import type { CsvDialect } from '../csv/dialect.ts';
import { sniffDialect } from '../csv/sniff-dialect.ts';
import { type ColumnProfile, profileColumn } from './column-profile.ts';

/** A given file, its dialect and what its columns look like. */
export interface SampledTable {
  readonly name: string;
  readonly sample: Uint8Array;
  readonly dialect: CsvDialect;
  readonly columns: readonly ColumnProfile[];
  readonly rows: number;
  /** What was unsure while reading it. */
  readonly doubts: readonly string[];
}

const mostRows = 2000;

/** Reads the sample of a file; a sentence where it is no table. */
export function sampleTable(name: string, sample: Uint8Array): SampledTable | string {
  const isUtf8 = sniffable(sample);
  const sniffed = sniffDialect(sample, isUtf8 ? {} : { encoding: 'windows-1252' });
  if ('code' in sniffed) return `${name} was left out: ${sniffed.why}.`;
  const [header, ...records] = sniffed.records;
  if (header === undefined || header.problem !== null) return `${name} was left out: its first row cannot be read.`;
  const rows = records
    .filter(({ problem, cells }) => problem === null && cells.length === header.cells.length)
    .slice(0, mostRows);
  if (rows.length === 0) return `${name} was left out: it has a header and no complete row.`;
  const doubts = isUtf8
    ? []
    : [`${name}: it is not UTF-8; windows-1252 was taken (an older Excel). Look at names with accents in the stories.`];
  const headings = header.cells.map((heading) => heading.trim());
  const columns = headings.flatMap((heading, index) => {
    if (!isUsable(heading) || headings.indexOf(heading) < index) return [];
    return [
      profileColumn(
        heading,
        rows.map(({ cells }) => cells[index] ?? ''),
      ),
    ];
  });
  return { name, sample, dialect: sniffed.dialect, columns, rows: rows.length, doubts };
}

/** A heading that a map can name in a template. */
function isUsable(heading: string): boolean {
  return heading !== '' && !/[{}]/.test(heading);
}

/** Whether a sample is UTF-8 (or says UTF-16 by its byte order mark); the last character may be cut. */
function sniffable(sample: Uint8Array): boolean {
  if ((sample[0] === 0xff && sample[1] === 0xfe) || (sample[0] === 0xfe && sample[1] === 0xff)) return true;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
}

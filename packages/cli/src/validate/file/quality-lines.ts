import type { QualityTally } from '@sameteam/service';
import { count } from '../../import/import-progress.ts';
import { type GridColumn, gridLines, gridWidth } from '../../terminal/grid.ts';
import { plainText } from '../../terminal/plain-text.ts';
import type { Style } from '../../terminal/style.ts';
import { cutText } from '../../terminal/text-width.ts';

type Report = ReturnType<QualityTally['report']>;
type Source = Report['sources'][number];

/** Sources that are shown to people, and characters of a name. */
const mostSources = 50;
const longestName = 40;

/** The quality of each source as tables: what came of it and who can be reached, then how complete its leads are. */
export function qualityLines(
  { sources }: Report,
  { style, columns }: { readonly style: Style; readonly columns: number },
): readonly string[] {
  const shown = sources.slice(0, mostSources);
  const left = sources.length - shown.length;
  const table = (all: readonly GridColumn[]) =>
    gridWidth(all) <= columns ? gridLines(all, { head: style.bold, note: style.dim }) : blocks(all, style);
  const complete = completeness(shown);
  return [
    ...table(arrivals(shown)),
    ...(complete.length === 0 ? [] : ['', ...table(complete)]),
    ...(left === 0 ? [] : [style.dim(`… and ${count(left)} further sources; --json lists them.`)]),
  ];
}

function arrivals(sources: readonly Source[]): readonly GridColumn[] {
  const right = (head: string, text: (source: Source) => string): GridColumn => ({
    head,
    align: 'right',
    mains: sources.map(text),
  });
  return [
    { head: 'Source', align: 'left', mains: sources.map(nameOf) },
    right('Received', (it) => count(it.received)),
    right('Duplicates', (it) => count(it.duplicates)),
    right('Quarantined', (it) => count(it.quarantined)),
    right('Bad e-mails', (it) => percent(it.emails.share)),
    right('Bad phones', (it) => percent(it.phones.share)),
    right('Age, median', (it) => (it.ageSeconds === null ? '–' : duration(it.ageSeconds.median))),
    right('oldest', (it) => (it.ageSeconds === null ? '–' : duration(it.ageSeconds.oldest))),
  ];
}

/** A row for each source and field that the agreement requires. */
function completeness(sources: readonly Source[]): readonly GridColumn[] {
  const rows = sources.flatMap((source) => source.complete.map((field) => ({ source, ...field })));
  if (rows.length === 0) return [];
  return [
    { head: 'Source', align: 'left', mains: rows.map(({ source }) => nameOf(source)) },
    { head: 'Required field', align: 'left', mains: rows.map(({ field }) => plainText(field)) },
    { head: 'Present', align: 'right', mains: rows.map(({ share }) => percent(share)) },
    { head: 'Leads', align: 'left', mains: rows.map(({ present, of }) => `${count(present)} of ${count(of)}`) },
  ];
}

/** Rows below each other, for a terminal that is narrower than the table. */
function blocks(columns: readonly GridColumn[], style: Style): readonly string[] {
  const [first, ...rest] = columns;
  return (first?.mains ?? []).flatMap((name, row) => [
    style.bold(name),
    ...rest.map(({ head, mains }) => `  ${style.dim(head.padEnd(14))}  ${mains[row]}`),
  ]);
}

function nameOf({ source, kind }: Source): string {
  if (kind === 'source') return cutText(plainText(source ?? ''), longestName);
  return kind === 'unnamed' ? 'without a source' : 'all further sources';
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`;
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} d`;
}

import type { QuarantinedRow } from '@sameteam/metrics';

/** Something odd that was kept: what, how often, and in a sentence what it means. */
export interface ImportWarning {
  readonly code: string;
  readonly count: number;
  readonly sentence: string;
}

/** Why rows of a file are in quarantine. All of them, with their raw text, are in the store. */
export interface QuarantineReason {
  readonly code: string;
  readonly file: string;
  readonly column: string | null;
  /** Rows that are there for this reason. */
  readonly count: number;
  /** Lines of the first of them, five at most. */
  readonly lines: readonly number[];
  /** What is wrong with the first of them. */
  readonly message: string;
}

/** What an import has counted so far. */
export interface ImportTally {
  read: number;
  accepted: number;
  duplicates: number;
  quarantined: number;
  readonly reasons: Map<string, QuarantineReason>;
  readonly warnings: ImportWarning[];
  /** Rows without any event, by file: how many, and the line of the first. */
  readonly silent: Map<string, { readonly count: number; readonly line: number }>;
}

/** Lines that are named for each reason. */
const namedLines = 5;

/** A tally with nothing in it. */
export function emptyTally(): ImportTally {
  return { read: 0, accepted: 0, duplicates: 0, quarantined: 0, reasons: new Map(), warnings: [], silent: new Map() };
}

/** Counts bad rows. */
export function tallyQuarantined(tally: ImportTally, rows: readonly QuarantinedRow[]): void {
  tally.quarantined += rows.length;
  for (const { file, line, column, code, message } of rows) {
    const reason = JSON.stringify([file, code, column]);
    const known = tally.reasons.get(reason) ?? { code, file, column, count: 0, lines: [], message };
    const lines = known.lines.length < namedLines ? [...known.lines, line] : known.lines;
    tally.reasons.set(reason, { ...known, count: known.count + 1, lines });
  }
}

/** Counts rows that gave no event, since no `when` of the map holds for them. */
export function tallySilent({ silent }: ImportTally, file: string, lines: readonly number[]): void {
  const [first] = lines;
  if (first === undefined) return;
  const before = silent.get(file);
  silent.set(file, { count: (before?.count ?? 0) + lines.length, line: before?.line ?? first });
}

/** What is said of rows that gave no event: they add nothing to what is known, but nothing was read of them either. */
export function silentWarnings({ silent }: ImportTally): readonly ImportWarning[] {
  return [...silent].map(([file, { count, line }]) => {
    const rows = count === 1 ? 'this row gives' : `this row and ${(count - 1).toLocaleString('en')} more give`;
    const sentence = `${file}:${line}: ${rows} no event, as no \`when\` of the map holds for ${count === 1 ? 'it' : 'them'}. Look whether the map knows all words of the file. Since they add nothing, they count as known already.`;
    return { code: 'no-event', count, sentence };
  });
}

/** The reasons why rows are in quarantine, of most rows first. */
export function quarantineReasons({ reasons }: ImportTally): readonly QuarantineReason[] {
  return [...reasons.values()].sort((a, b) => b.count - a.count);
}

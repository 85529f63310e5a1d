import { diffRecord, type MappedEvent, type RowVerdict } from '@sameteam/connectors';
import type { RecordState } from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import type { BlameColumn } from './blamed-column.ts';
import { type BadRow, subjectsOf } from './erased-rows.ts';
import { type CheckedRow, checkEvents } from './read-rows.ts';

/** What is known of the records of a batch, and how they are compared. */
export interface KnownRecords {
  /** Name of the given file, for what is wrong with a row. */
  readonly name: string;
  /** The file of the map, and the source of its events. */
  readonly file: string;
  readonly source: string;
  /** What each record said when it was last imported. */
  readonly states: ReadonlyMap<string, string>;
  /** Records that stood in this export before this batch. */
  readonly seen: ReadonlySet<string>;
  readonly recordedMs: number;
  /** A digest keyed with the secret of the store. */
  readonly hash: (text: string) => string;
  readonly blame: BlameColumn;
}

/** A record that changed, and the events that say so. */
export interface ChangedRecord {
  readonly row: RowVerdict;
  readonly events: readonly LeadEvent[];
  readonly record: RecordState;
}

/** What the rows of a batch come to before the store has judged them. */
export interface DiffedRows {
  readonly changed: readonly ChangedRecord[];
  /** Rows that say what the record said already. */
  readonly unchanged: number;
  /** Rows that repeat one of `changed`, by its index: what becomes of that one becomes of them. */
  readonly repeats: readonly { readonly row: RowVerdict; readonly of: number }[];
  readonly bad: readonly BadRow[];
}

/**
 * Compares the rows of a batch with what their records said last. A record that stands in an export twice, and not the
 * same, is taken as its first row says it, and not at all where that one is bad; the others are conflicts. Where the borders
 * of batches lie makes no difference.
 */
export function diffRows(rows: readonly CheckedRow[], known: KnownRecords): DiffedRows {
  const states = new Map(known.states);
  const seen = new Set(known.seen);
  const sent = new Map<string, number>();
  const changed: ChangedRecord[] = [];
  const repeats: { readonly row: RowVerdict; readonly of: number }[] = [];
  const bad: BadRow[] = [];
  let unchanged = 0;
  for (const checked of rows) {
    const { row } = checked;
    if (!checked.success) {
      bad.push(checked.quarantined);
      if (row.key !== null) seen.add(row.key);
      continue;
    }
    const key = row.key as string;
    const isRepeated = seen.has(key);
    seen.add(key);
    const { events, state } = diffOf(row, key, states.get(key) ?? null, known);
    const of = sent.get(key);
    if (events.length === 0 && of !== undefined) repeats.push({ row, of });
    else if (events.length === 0) unchanged += 1;
    else if (isRepeated) bad.push(repeatedRow(row, key, known.name));
    else {
      const valid = checkEvents(events, known.blame);
      if (!valid.success) {
        bad.push({ file: known.name, line: row.line, raw: row.raw, subjects: subjectsOf(row), ...valid.fault });
        continue;
      }
      states.set(key, state);
      sent.set(key, changed.length);
      changed.push({ row, events: valid.events, record: { key, state } });
    }
  }
  return { changed, unchanged, repeats, bad };
}

function diffOf(
  row: RowVerdict,
  key: string,
  previous: string | null,
  { file, source, recordedMs, hash }: KnownRecords,
): { readonly events: readonly MappedEvent[]; readonly state: string } {
  const record = { record: `${file}/${key}`, source, events: row.events };
  return diffRecord(previous, record, { changedMs: row.changedMs ?? recordedMs, hash });
}

function repeatedRow(row: RowVerdict, key: string, file: string): BadRow {
  const message = `"${key}" stands in this export more than once, and not the same. Only the first of its rows is looked at: keep one.`;
  return { file, line: row.line, column: null, code: 'conflict', message, raw: row.raw, subjects: subjectsOf(row) };
}

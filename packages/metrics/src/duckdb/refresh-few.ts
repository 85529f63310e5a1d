import { BIGINT, BOOLEAN, INTEGER, UTINYINT } from '@duckdb/node-api';
import type { Agreement } from '@sameteam/agreement';
import { stages } from '@sameteam/model';
import { leadEventRanks, leadFold } from '../facts/lead-fold.ts';
import { leadRuling } from '../facts/lead-ruling.ts';
import { foldRanks } from '../facts/promoted.ts';
import { dayOf, zoneOffsets } from '../facts/zone-days.ts';
import { leadTable } from '../memory/fact-table.ts';
import { foldLeads } from '../memory/fold-leads.ts';
import { MemoryLog } from '../memory/log.ts';
import { visibleLog } from '../memory/visible-log.ts';
import { appendColumns, type Column } from './append-columns.ts';
import type { Database } from './connection.ts';
import { integers } from './sql-text.ts';
import type { TextNumbers } from './text-numbers.ts';
import { type LogState, visibleSql } from './visible-events.ts';

/** Most leads that are folded here; of more it is quicker to have the database fold them. */
export const fewLeads = 64;

/** Leads whose facts are to be made again, and what that takes. */
export interface FewLeads {
  /** Their numbers, `fewLeads` at most. */
  readonly leads: ReadonlySet<number>;
  readonly importNumber: number;
  readonly agreement: Agreement;
  /** What the log holds, with the import. */
  readonly log: LogState;
  /** Numbers of the last subject and the last event before the import, and how many leads there were. */
  readonly before: { readonly subjects: number; readonly seq: number; readonly leads: number };
  readonly sources: ReadonlyMap<string, number>;
  readonly terms: TextNumbers;
  /** Table of lead facts. */
  readonly table: string;
}

/** Whether no opportunity and no other record is counted with any of the leads, so that their facts are their own affair. */
export async function areAlone(database: Database, { leads, log }: Pick<FewLeads, 'leads' | 'log'>): Promise<boolean> {
  const them = integers([...leads]);
  const others = [
    ...(log.opportunities ? [`SELECT 1 FROM links WHERE lead IN (${them})`] : []),
    ...(log.links
      ? [
          `SELECT 1 FROM rulings WHERE type IN (${foldRanks.linked}, ${foldRanks.unlinked}) AND (subject IN (${them})
            OR json_extract_string(data, '$.with') IN (SELECT subject FROM subjects WHERE number IN (${them})))`,
        ]
      : []),
  ];
  if (others.length === 0) return true;
  return (await database.rows(`${others.join(' UNION ALL ')} LIMIT 1`)).length === 0;
}

/**
 * Makes the facts of a few leads that are alone again, by the folds of the memory engine: of one event this takes the
 * twentieth part of the time in which the database plans its own.
 * @returns how many leads there are more, and how many of those that the import told of have a later stage before an earlier one
 */
export async function refreshFew(
  database: Database,
  few: FewLeads,
): Promise<{ readonly added: number; readonly impossibleOrder: number }> {
  const { leads, agreement, before, table } = few;
  if (leads.size === 0) return { added: 0, impossibleOrder: 0 };
  const { log, told } = await readLeads(database, few);
  const known = [...leads].filter((lead) => lead <= before.subjects);
  const dropped =
    known.length === 0 ? 0 : await database.run(`DELETE FROM ${table} WHERE lead IN (${integers(known)})`);
  const all = { asOfMs: Number.POSITIVE_INFINITY, knownAtMs: null };
  const facts = foldLeads(visibleLog(log, [{ id: '', recordedMs: 0, undoneMs: null }], all), new Map());
  const offsets = zoneOffsets(agreement.timeZone, { fromMs: log.firstMs, toMs: log.lastMs });
  const ruled = leadTable(facts, log, leadRuling(agreement), dayOf(offsets));
  const values = await termNumbers(log, few.terms);
  const ofCodes = (codes: Int32Array): Column => ({
    type: INTEGER,
    values: Array.from(codes, (code) => values[code] ?? null),
  });
  const segments = (agreement.segments ?? []).map(({ id }) => id);
  const segment = ruled.column({ kind: 'segment' });
  const numbers = Array.from(facts.subject, (code) => Number(log.subjects.text(code)));
  const impossible = facts.impossible();
  await appendColumns(database.connection, table, facts.count, [
    { type: INTEGER, values: numbers },
    ...stages.map(
      (_, stage): Column => ({
        type: BIGINT,
        values: Array.from(ruled.timeMs(stage), (at) => (Number.isNaN(at) ? null : BigInt(at))),
      }),
    ),
    ...stages.map((_, stage): Column => {
      const days = ruled.day(stage);
      return {
        type: INTEGER,
        values: Array.from(ruled.timeMs(stage), (at, row) => (Number.isNaN(at) ? null : (days[row] as number))),
      };
    }),
    { type: UTINYINT, values: [...facts.implied] },
    { type: BOOLEAN, values: Array.from(impossible, (is) => is === 1) },
    ...leadFold.capture.map((_, field) => ofCodes(facts.capture(field))),
    ...leadFold.last.flatMap((_, index) => facts.last(index).map(ofCodes)),
    { type: INTEGER, values: Array.from(segment.codes, (code) => placeOf(segment.dictionary.text(code), segments)) },
    { type: BOOLEAN, values: Array.from(ruled.excluded, (is) => is === 1) },
  ]);
  const impossibleOrder = numbers.filter((lead, row) => impossible[row] === 1 && told.has(lead)).length;
  return { added: facts.count - dropped, impossibleOrder };
}

/** The events of the leads that count, as a log in memory whose subjects are numbers, and the leads that the import told of. */
async function readLeads(
  database: Database,
  { leads, importNumber, log: state, before, sources }: FewLeads,
): Promise<{ readonly log: MemoryLog; readonly told: ReadonlySet<number> }> {
  const visible = await visibleSql(database, null, state);
  // Of new leads there is nothing to be found before the import.
  const from = [...leads].every((lead) => lead > before.subjects) ? ` AND seq > ${before.seq}` : '';
  const rows = await database.rows(
    `SELECT e.subject, e.type, e.time, e.source, x.id, x.data, e.import
      FROM (SELECT * FROM events WHERE subject IN (${integers([...leads])})${from} AND type IN (${integers(leadEventRanks)}) AND ${visible}) e
      JOIN event_texts x ON x.seq = e.seq`,
  );
  const sourceOf = new Map([...sources].map(([source, number]) => [number, source]));
  const log = new MemoryLog();
  const events = {
    subject: rows.map(([subject]) => String(subject)),
    type: Uint8Array.from(rows, ([, type]) => Number(type)),
    timeMs: Float64Array.from(rows, ([, , time]) => Number(time)),
    source: rows.map(([, , , source]) => sourceOf.get(Number(source)) as string),
    id: rows.map(([, , , , id]) => String(id)),
    data: rows.map(([, , , , , data]) => String(data)),
  };
  for (let index = 0; index < rows.length; index++) log.append(events, index, 0);
  const told = rows.filter((row) => Number(row[6]) === importNumber).map(([subject]) => Number(subject));
  return { log, told: new Set(told) };
}

/** The numbers of the terms that the codes of a log stand for; `null` for the missing value. */
async function termNumbers({ values }: MemoryLog, terms: TextNumbers): Promise<readonly (number | null)[]> {
  const texts = Array.from({ length: values.size - 1 }, (_, index) => values.text(index + 1) as string);
  return [null, ...(await terms.of(texts))];
}

/** The place of a segment in the agreement, from 1 on. */
function placeOf(segment: string | null, segments: readonly string[]): number | null {
  return segment === null ? null : segments.indexOf(segment) + 1;
}

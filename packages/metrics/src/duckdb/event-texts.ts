import { amongNumbers } from './among-numbers.ts';
import type { Database } from './connection.ts';
import { withinRangesSql } from './number-ranges.ts';
import { readTexts } from './read-numbers.ts';

/** By what two events of one time and rank are told apart. */
export interface EventName {
  readonly source: string;
  readonly id: string;
}

/**
 * Reads payloads.
 * @param numbers at least one, ascending, each once
 * @returns one text each
 */
export async function payloadTexts(database: Database, numbers: Float64Array): Promise<readonly string[]> {
  const among = await amongNumbers(database, 'payloads', numbers);
  const rows = withinRangesSql({ columns: 'payload, number', table: 'payloads', by: 'number', numbers, among });
  return readTexts(database, `SELECT string_agg(payload, chr(0) ORDER BY number) FROM ${rows}`);
}

/**
 * Reads sources and ids of events.
 * @param events their numbers, at least one
 */
export async function eventNames(
  database: Database,
  events: ArrayLike<number>,
): Promise<ReadonlyMap<number, EventName>> {
  const among = await amongNumbers(database, 'named', events, 'BIGINT');
  const by = { by: 'seq', numbers: events, among } as const;
  const rows = await database.rows(
    `SELECT e.seq, s.source, x.id FROM ${withinRangesSql({ ...by, columns: 'seq, source', table: 'events' })} e
      JOIN ${withinRangesSql({ ...by, columns: 'seq, id', table: 'event_texts' })} x ON x.seq = e.seq
      JOIN sources s ON s.number = e.source`,
  );
  return new Map(rows.map(([seq, source, id]) => [Number(seq), { source: String(source), id: String(id) }]));
}

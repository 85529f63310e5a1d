import { VARCHAR } from '@duckdb/node-api';
import type { EventBatch } from '../batch/event-batch.ts';
import { unpackTexts } from '../batch/pack-events.ts';
import { foldRanks } from '../facts/promoted.ts';
import { linkedSubjects, mayLink } from '../facts/story/linked-subjects.ts';
import type { Payload } from '../facts/story/story.ts';
import { appendColumns, integers32, type NumberColumn, pickRows } from './append-columns.ts';
import type { Database } from './connection.ts';
import { ledgerRanks, surroundingRanks } from './story-ranks.ts';

/** The subjects that the events of a batch name beside their own. */
export interface NamedSubjects {
  /** Place of the event that names each, ascending. */
  readonly events: Int32Array;
  readonly subjects: readonly string[];
}

/** Finds which subjects events name. */
export function namedSubjects({ count, type, terms, says }: EventBatch): NamedSubjects {
  const payloads = new Map<number, Payload>();
  const events: number[] = [];
  const subjects: string[] = [];
  for (let event = 0; event < count; event++) {
    const rank = type[event] as number;
    const place = says[event] as number;
    if (place < 0 || !mayLink(rank)) continue;
    const text = terms[place] as string;
    // A typed id has one: most payloads need not be read for that.
    if (!text.includes('/')) continue;
    let payload = payloads.get(place);
    if (payload === undefined) {
      payload = JSON.parse(text) as Payload;
      payloads.set(place, payload);
    }
    for (const subject of new Set(linkedSubjects(rank, payload))) {
      events.push(event);
      subjects.push(subject);
    }
  }
  return { events: Int32Array.from(events), subjects };
}

/**
 * Appends which subjects events name.
 * @param columns those of the place of the events
 * @param others number of each named subject
 */
export async function appendRefs(
  database: Database,
  columns: readonly NumberColumn[],
  { events }: NamedSubjects,
  others: Int32Array,
): Promise<void> {
  const places = columns.map((column) => pickRows(column, events));
  await appendColumns(database.connection, 'refs', events.length, [...places, integers32(others)]);
}

const commonRanks: ReadonlySet<number> = new Set([...surroundingRanks, ...ledgerRanks]);

/** Appends the events that are part of no story once more to a table of their own, since everybody's facts need them. */
export async function appendCommon(
  database: Database,
  { type }: Pick<EventBatch, 'type'>,
  columns: readonly NumberColumn[],
): Promise<void> {
  const places = placesOf(type, commonRanks);
  if (places.length === 0) return;
  await appendColumns(
    database.connection,
    'common_events',
    places.length,
    columns.map((column) => pickRows(column, places)),
  );
}

const rulingRanks: ReadonlySet<number> = new Set([foldRanks.linked, foldRanks.unlinked, foldRanks.retracted]);

/** Appends the events that decide which others count and which records are one. */
export async function appendRulings(
  database: Database,
  { count, type, id, data }: EventBatch,
  { columns, sources }: { readonly columns: readonly NumberColumn[]; readonly sources: Int32Array },
): Promise<void> {
  const places = placesOf(type, rulingRanks);
  if (places.length === 0) return;
  const ids = unpackTexts(id, count);
  const texts = unpackTexts(data, count);
  await appendColumns(database.connection, 'rulings', places.length, [
    ...columns.map((column) => pickRows(column, places)),
    integers32(places.map((place) => sources[place] as number)),
    { type: VARCHAR, values: Array.from(places, (place) => ids[place] as string) },
    { type: VARCHAR, values: Array.from(places, (place) => texts[place] as string) },
  ]);
}

/** The places of the events of some ranks. */
function placesOf(type: Uint8Array, ranks: ReadonlySet<number>): Int32Array {
  const places: number[] = [];
  for (let event = 0; event < type.length; event++) if (ranks.has(type[event] as number)) places.push(event);
  return Int32Array.from(places);
}

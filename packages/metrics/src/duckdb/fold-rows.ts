import { BIGINT, BOOLEAN, VARCHAR } from '@duckdb/node-api';
import { eventRank, eventTypes } from '@sameteam/model';
import type { EventBatch } from '../batch/event-batch.ts';
import { unpackTexts } from '../batch/pack-events.ts';
import { foldWidth } from '../facts/fold-fields.ts';
import { leadFold, opportunityEventRanks } from '../facts/lead-fold.ts';
import { namedSubjects } from '../facts/named-subjects.ts';
import { foldRanks, said } from '../facts/promoted.ts';
import {
  appendColumns,
  type Column,
  constant32,
  integers8,
  integers32,
  integers64,
  type NumberColumn,
  pickRows,
} from './append-columns.ts';
import type { Database } from './connection.ts';
import { type FoldedTexts, readFoldTexts } from './fold-texts.ts';
import type { TextNumbers } from './text-numbers.ts';

/** Events that were appended to the log. */
export interface ArrivedEvents {
  readonly batch: EventBatch;
  readonly importNumber: number;
  /** `seq` of the first of them. */
  readonly firstSeq: number;
  /** Columns `seq, import, subject, type, time` of the events. */
  readonly columns: readonly NumberColumn[];
  /** Number of the subject of each event. */
  readonly subject: Int32Array;
  readonly sources: Int32Array;
  /** Number of a subject that an event names. */
  readonly numberOf: (subject: string) => number;
}

/** Number of no term. */
const none = 0;

const isOf = (ranks: readonly number[]): Uint8Array =>
  Uint8Array.from(eventTypes, (_, rank) => (ranks.includes(rank) ? 1 : 0));
const isCapture = isOf([foldRanks.captured, foldRanks.updated]);
const isLast = isOf(leadFold.last.map(({ event }) => eventRank(event)));
const isDeal = isOf(opportunityEventRanks);
const isConversion = isOf([foldRanks.converted]);
const isRuling = isOf([foldRanks.reset, foldRanks.linked, foldRanks.unlinked, foldRanks.retracted]);

/** Appends what folds read of events to the narrow tables beside the log. */
export async function appendFoldRows(database: Database, events: ArrivedEvents, terms: TextNumbers): Promise<void> {
  const { type, count } = events.batch;
  const texts = readFoldTexts({ count, type, data: unpackTexts(events.batch.data, count) });
  const { values } = texts;
  const numbers = await terms.of(texts.terms);
  const numbersAt = (places: Int32Array, field: number): Int32Array => {
    const at = new Int32Array(places.length);
    for (let row = 0; row < places.length; row++) {
      const place = values[(places[row] as number) * foldWidth + field] as number;
      at[row] = place < 0 ? none : (numbers[place] as number);
    }
    return at;
  };
  await appendCaptures(database, events, { places: placesOf(type, isCapture), numbersAt, texts });
  await appendLasts(database, events, { places: placesOf(type, isLast), numbersAt, texts });
  const deals = placesOf(type, isDeal);
  const conversions = placesOf(type, isConversion);
  const rulings = placesOf(type, isRuling);
  if (deals.length + conversions.length + rulings.length === 0) return;
  const data = unpackTexts(events.batch.data, events.batch.count);
  const ids = unpackTexts(events.batch.id, events.batch.count);
  await appendDeals(database, events, { places: deals, data, ids, terms });
  await appendLinks(database, events, { deals, conversions, data });
  await appendColumns(database.connection, 'rulings', rulings.length, [
    ...orderedColumns(events, rulings, ids),
    { type: VARCHAR, values: Array.from(rulings, (place) => data[place] as string) },
  ]);
}

interface Fields {
  readonly places: Int32Array;
  /** The terms that the events at those places say in a field. */
  readonly numbersAt: (places: Int32Array, field: number) => Int32Array;
  readonly texts: FoldedTexts;
}

async function appendCaptures(
  database: Database,
  events: ArrivedEvents,
  { places, numbersAt, texts: { said: bits } }: Fields,
): Promise<void> {
  const { type } = events.batch;
  // Only of an update does it matter what it leaves unsaid.
  const saidBits = new Uint8Array(places.length);
  for (let at = 0; at < places.length; at++) {
    const place = places[at] as number;
    if (type[place] === foldRanks.updated) saidBits[at] = bits[place] as number;
  }
  await appendColumns(database.connection, 'captures', places.length, [
    ...placeColumns(events, places),
    integers8(saidBits),
    ...leadFold.capture.map((_, field) => integers32(numbersAt(places, field))),
  ]);
}

async function appendLasts(
  database: Database,
  events: ArrivedEvents,
  { places, numbersAt, texts }: Fields,
): Promise<void> {
  const saying = places.filter((place) => texts.said[place] !== 0);
  await appendColumns(database.connection, 'lasts', saying.length, [
    ...placeColumns(events, saying),
    integers32(numbersAt(saying, 0)),
  ]);
}

interface SaidTexts {
  readonly places: Int32Array;
  readonly data: readonly string[];
  readonly ids: readonly string[];
  readonly terms: TextNumbers;
}

async function appendDeals(
  database: Database,
  events: ArrivedEvents,
  { places, data, ids, terms }: SaidTexts,
): Promise<void> {
  if (places.length === 0) return;
  const deals = Array.from(places, (place) => {
    const of = JSON.parse(data[place] as string) as Readonly<Record<string, unknown>>;
    const amount = of.amount as { readonly amountMinor: number; readonly currency: string } | null | undefined;
    return { amount, owner: said(of, ['owner']) };
  });
  const owners = deals.flatMap(({ owner }) => (typeof owner === 'string' ? [owner] : []));
  const numbers = await terms.of(owners);
  const numberOf = new Map(owners.map((owner, at) => [owner, numbers[at] as number]));
  const owner = Int32Array.from(deals, (deal) => numberOf.get(deal.owner ?? '') ?? none);
  await appendColumns(database.connection, 'deals', places.length, [
    ...orderedColumns(events, places, ids),
    { type: BOOLEAN, values: deals.map(({ amount }) => amount !== undefined) },
    { type: BIGINT, values: deals.map(({ amount }) => (amount == null ? null : BigInt(amount.amountMinor))) },
    { type: VARCHAR, values: deals.map(({ amount }) => amount?.currency ?? null) },
    { type: BOOLEAN, values: deals.map((deal) => deal.owner !== undefined) },
    integers32(owner),
  ]);
}

/** Which lead an opportunity came from, be it said by the opportunity or by the lead. */
async function appendLinks(
  database: Database,
  { batch, importNumber, firstSeq, subject, numberOf }: ArrivedEvents,
  {
    deals,
    conversions,
    data,
  }: { readonly deals: Int32Array; readonly conversions: Int32Array; readonly data: readonly string[] },
): Promise<void> {
  const links: { readonly event: number; readonly opportunity: number; readonly lead: number }[] = [];
  const named = (event: number) => namedSubjects(batch.type[event] as number, data[event] as string).map(numberOf);
  for (const event of deals)
    for (const lead of named(event)) links.push({ event, opportunity: subject[event] as number, lead });
  for (const event of conversions)
    for (const opportunity of named(event)) links.push({ event, opportunity, lead: subject[event] as number });
  await appendColumns(database.connection, 'links', links.length, [
    integers64(Float64Array.from(links, ({ event }) => firstSeq + event)),
    constant32(links.length, importNumber),
    integers64(Float64Array.from(links, ({ event }) => batch.timeMs[event] as number)),
    integers32(Int32Array.from(links, ({ opportunity }) => opportunity)),
    integers32(Int32Array.from(links, ({ lead }) => lead)),
  ]);
}

/** `seq, import, subject, type, time` of the events at those places. */
function placeColumns({ columns }: ArrivedEvents, places: Int32Array): readonly NumberColumn[] {
  return columns.map((column) => pickRows(column, places));
}

/** Those and `source, id`. */
function orderedColumns(events: ArrivedEvents, places: Int32Array, ids: readonly string[]): readonly Column[] {
  return [
    ...placeColumns(events, places),
    integers32(places.map((place) => events.sources[place] as number)),
    { type: VARCHAR, values: Array.from(places, (place) => ids[place] as string) },
  ];
}

/** The places of the events of some ranks. */
function placesOf(type: Uint8Array, ranks: Uint8Array): Int32Array {
  let count = 0;
  for (let event = 0; event < type.length; event++) count += ranks[type[event] as number] as number;
  const places = new Int32Array(count);
  let at = 0;
  for (let event = 0; event < type.length; event++) if (ranks[type[event] as number] === 1) places[at++] = event;
  return places;
}

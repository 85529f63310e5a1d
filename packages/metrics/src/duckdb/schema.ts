import { stages } from '@sameteam/model';
import { leadFold } from '../facts/lead-fold.ts';

/** Format of the file. Another one is refused: there was no release yet, so that nothing has to be migrated. */
export const formatVersion = 2;

/** Column of a field of `leadFold.capture`. */
export function captureColumn(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Columns of the values of `leadFold.last`: at each stage, and at as-of. */
export function lastColumn(name: string, at: string): string {
  return `${name}_${at}`;
}

/** Values of text stand as numbers of the dictionary `terms`. */
const captureColumns = leadFold.capture.map(({ name }) => `${captureColumn(name)} INTEGER`).join(', ');

const eventPlace = 'seq BIGINT, import INTEGER, subject INTEGER, type UTINYINT, time BIGINT';
/** With what orders events of one lead, type and instant. */
const orderedPlace = `${eventPlace}, source INTEGER, id VARCHAR`;

/**
 * The log and what belongs to the store. What an event is and when stands in `events`, what it says in `event_texts`,
 * and what of that belongs to a person in `personal`: numbers and texts come in by different ways, and folds read the
 * numbers only.
 * `captures`, `lasts`, `deals`, `links` and `rulings` repeat, for the few kinds of events whose data a fold reads, what
 * it reads. There 0 is the number of no term.
 */
export const storeTables: readonly string[] = [
  'CREATE TABLE meta (key VARCHAR, value VARCHAR)',
  'CREATE TABLE imports (number INTEGER, id VARCHAR, recorded BIGINT, undone BIGINT, files VARCHAR, read BIGINT, accepted BIGINT, duplicates BIGINT, quarantined BIGINT, first BIGINT, last BIGINT)',
  'CREATE TABLE agreements (digest VARCHAR, name VARCHAR, version INTEGER, document VARCHAR)',
  'CREATE TABLE sources (number INTEGER, source VARCHAR)',
  'CREATE TABLE subjects (number INTEGER, subject VARCHAR USING COMPRESSION fsst, key UBIGINT)',
  'CREATE TABLE terms (number INTEGER, term VARCHAR, key UBIGINT)',
  `CREATE TABLE events (${eventPlace}, source INTEGER)`,
  'CREATE TABLE event_texts (seq BIGINT, key UBIGINT, id VARCHAR USING COMPRESSION fsst, data VARCHAR, attributes VARCHAR)',
  'CREATE TABLE personal (seq BIGINT, data VARCHAR USING COMPRESSION fsst)',
  `CREATE TABLE captures (${eventPlace}, said UTINYINT, ${captureColumns})`,
  `CREATE TABLE lasts (${eventPlace}, value INTEGER)`,
  `CREATE TABLE deals (${orderedPlace}, amount_said BOOLEAN, amount BIGINT, currency VARCHAR, owner_said BOOLEAN, owner INTEGER)`,
  'CREATE TABLE links (seq BIGINT, import INTEGER, time BIGINT, opportunity INTEGER, lead INTEGER)',
  `CREATE TABLE rulings (${orderedPlace}, data VARCHAR)`,
  'CREATE TABLE quarantine (import INTEGER, file VARCHAR, line BIGINT, "column" VARCHAR, code VARCHAR, message VARCHAR, raw VARCHAR)',
  // Imports of records that found their first states among the events of other imports.
  'CREATE TABLE reliances (import INTEGER, upon INTEGER)',
  'CREATE TABLE records (import INTEGER, map VARCHAR, file VARCHAR, key VARCHAR, state VARCHAR)',
];

/** Columns of lead facts, in their order. Values of text are numbers of `terms`, NULL for none. */
export const leadFactColumns: readonly string[] = [
  'lead INTEGER',
  ...stages.map((stage) => `at_${stage} BIGINT`),
  ...stages.map((stage) => `day_${stage} INTEGER`),
  'implied UTINYINT',
  'impossible BOOLEAN',
  captureColumns,
  ...leadFold.last.flatMap(({ name }) => [...stages, 'current'].map((at) => `${lastColumn(name, at)} INTEGER`)),
  'segment INTEGER',
  'excluded BOOLEAN',
];

/** Columns of opportunity facts, in their order. `lead` is the one that it is counted with. */
export const opportunityFactColumns: readonly string[] = [
  'opportunity INTEGER',
  'at_opportunity BIGINT',
  'at_won BIGINT',
  'day_opportunity INTEGER',
  'day_won INTEGER',
  'implied UTINYINT',
  'amount BIGINT',
  'currency VARCHAR',
  'owner_opportunity INTEGER',
  'owner_won INTEGER',
  'owner_current INTEGER',
  'lead INTEGER',
];

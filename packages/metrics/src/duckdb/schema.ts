/** Format of the file. Another one is refused: there was no release yet, so that nothing has to be migrated. */
export const formatVersion = 3;

const eventPlace = 'seq BIGINT, import INTEGER, subject INTEGER, type UTINYINT, time BIGINT';

/**
 * The log and what belongs to the store. What an event is and when stands in `events`, what it says in `event_texts`,
 * and what of that belongs to a person in `personal`: numbers and texts come in by different ways, and folds read the
 * numbers only. What folds read of an event is the text in `payloads` whose number `says` is, 0 for nothing; a text may
 * stand there more than once.
 * `common_events` repeats the events that are part of no story, such as rosters and costs,
 * `refs` names for each event the subjects that it names beside its own, and `rulings` repeats the events that decide
 * which others count and which records are one. `terms` are the texts in facts, `subjects` those that are typed ids.
 */
export const storeTables: readonly string[] = [
  'CREATE TABLE meta (key VARCHAR, value VARCHAR)',
  'CREATE TABLE imports (number INTEGER, id VARCHAR, recorded BIGINT, undone BIGINT, files VARCHAR, read BIGINT, accepted BIGINT, duplicates BIGINT, quarantined BIGINT, first BIGINT, last BIGINT)',
  'CREATE TABLE agreements (digest VARCHAR, name VARCHAR, version INTEGER, document VARCHAR)',
  'CREATE TABLE sources (number INTEGER, source VARCHAR)',
  'CREATE TABLE subjects (number INTEGER, subject VARCHAR USING COMPRESSION fsst, key UBIGINT)',
  'CREATE TABLE terms (number INTEGER, term VARCHAR, key UBIGINT)',
  'CREATE TABLE payloads (number INTEGER, payload VARCHAR USING COMPRESSION fsst)',
  `CREATE TABLE events (${eventPlace}, source INTEGER, says INTEGER)`,
  'CREATE TABLE event_texts (seq BIGINT, key UBIGINT, id VARCHAR USING COMPRESSION fsst, data VARCHAR, attributes VARCHAR)',
  'CREATE TABLE personal (seq BIGINT, data VARCHAR USING COMPRESSION fsst)',
  `CREATE TABLE refs (${eventPlace}, other INTEGER)`,
  `CREATE TABLE common_events (${eventPlace}, says INTEGER)`,
  `CREATE TABLE rulings (${eventPlace}, source INTEGER, id VARCHAR, data VARCHAR)`,
  'CREATE TABLE quarantine (import INTEGER, file VARCHAR, line BIGINT, "column" VARCHAR, code VARCHAR, message VARCHAR, raw VARCHAR)',
  // Imports of records that found their first states among the events of other imports.
  'CREATE TABLE reliances (import INTEGER, upon INTEGER)',
  'CREATE TABLE records (import INTEGER, map VARCHAR, file VARCHAR, key VARCHAR, state VARCHAR)',
];

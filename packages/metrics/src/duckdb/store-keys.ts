import type { Database } from './connection.ts';
import { inTransaction } from './connection.ts';

/**
 * The number by which the id of an event, a subject or a term is looked for: to compare 1 M texts takes ten times as
 * long as to compare numbers. Two texts may have one number, so that whatever it finds is compared as text. It is the
 * database's own hash, of all that were measured by far the quickest, which another version of it may make otherwise.
 */
export const keySql = (text: string): string => `hash(${text})`;

/** So many texts at most are looked for by a list of keys, and written as a list of rows: a column of them takes longer to unpack. */
export const fewTexts = 16;

/** The keys of as many texts, bound from the first place on. */
export const fewKeysSql = (count: number): string =>
  Array.from({ length: count }, (_, index) => keySql(`$${index + 1}::VARCHAR`)).join(', ');

/** Tables with such numbers, and the texts that they are made of. */
const keyed = { event_texts: 'id', subjects: 'subject', terms: 'term' } as const;

const probe = `SELECT (${keySql("'lead/1'")})::VARCHAR AS value`;

/** Says in a new store by which hash its numbers are made. */
export async function keepKeyProbe(database: Database): Promise<void> {
  await database.run(`INSERT INTO meta SELECT 'keys', value FROM (${probe})`);
}

/** Makes the numbers of a store anew where the database hashes otherwise than the one that made them. */
export async function refreshKeys(database: Database): Promise<void> {
  const [row] = await database.query(
    `SELECT value = (SELECT value FROM (${probe})) AS same FROM meta WHERE key = 'keys'`,
  );
  if (row?.same === true) return;
  await inTransaction(database, async () => {
    for (const [table, text] of Object.entries(keyed)) await database.run(`UPDATE ${table} SET key = ${keySql(text)}`);
    await database.run("DELETE FROM meta WHERE key = 'keys'");
    await keepKeyProbe(database);
  });
}

import type { Database } from './connection.ts';
import { inTransaction } from './connection.ts';

/**
 * The number by which an event or a subject is looked for: to compare 1 M texts takes ten times as long as to compare
 * numbers. Two texts may have one number, so that whatever it finds is compared as text. It is the database's own hash,
 * of all that were measured by far the quickest, which another version of the database may make otherwise.
 */
export const identityKeySql = (source: string, id: string): string => `hash(${source}, ${id})`;

/** The number by which a subject is looked for. */
export const subjectKeySql = (subject: string): string => `hash(${subject})`;

const probe = `SELECT (${identityKeySql('1::INTEGER', "'lead/1'")})::VARCHAR || ' ' || (${subjectKeySql("'lead/1'")})::VARCHAR AS value`;

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
    await database.run(`UPDATE events SET key = ${identityKeySql('source', 'id')}`);
    await database.run(`UPDATE subjects SET key = ${subjectKeySql('subject')}`);
    await database.run("DELETE FROM meta WHERE key = 'keys'");
    await keepKeyProbe(database);
  });
}

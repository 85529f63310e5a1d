import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, inTransaction, openDatabase } from './connection.ts';
import { keepStories, keptEvents, keptTexts, keptUpTo } from './kept-stories.ts';
import { storeTables } from './schema.ts';

let database: Database;

beforeEach(async () => {
  database = await openDatabase(':memory:', { readOnly: false });
  for (const sql of storeTables) await database.run(sql);
});

afterEach(() => database.close());

/** Appends three events of each subject, whose number is that of the event modulo the subjects. */
async function appendEvents(subjects: number, firstSeq: number, importNumber: number): Promise<void> {
  await database.run(`INSERT INTO subjects SELECT number, 'lead/' || number, hash(number) FROM (SELECT unnest(range(1, ${subjects + 1}))::INTEGER AS number)
    WHERE number > (SELECT coalesce(max(number), 0) FROM subjects)`);
  await database.run(`INSERT INTO events SELECT seq, ${importNumber}, 1 + seq % ${subjects}, seq % 7, 1000 * seq, 1, seq % 5
    FROM (SELECT unnest(range(${firstSeq}, ${firstSeq + 3 * subjects})) AS seq)`);
}

/** Events of some subjects as they stand in the log. */
async function eventsOf(subjects: readonly number[], visible: string): Promise<readonly string[]> {
  const rows = await database.rows(
    `SELECT concat_ws(' ', subject, time, type, says, seq) FROM events WHERE subject IN (${subjects.join(', ')}) AND ${visible}`,
  );
  return rows.map(([text]) => String(text)).sort();
}

async function keptOf(subjects: readonly number[], visible: string): Promise<readonly string[]> {
  const columns = await keptEvents(database, subjects, { visible });
  return Array.from(columns[0], (_, at) => columns.map((column) => column[at]).join(' ')).sort();
}

describe('kept stories', () => {
  it('are none of a short log', async () => {
    await appendEvents(10, 1, 1);
    await keepStories(database, { unkept: 30 });
    expect(await keptUpTo(database)).toEqual({ seq: 0, subject: 0 });
  });

  it('hold every event of few subjects, in whatever portions and by whichever import they came', async () => {
    for (const [round, subjects] of [40, 55, 80].entries()) {
      await appendEvents(subjects, Number((await keptUpTo(database)).seq) + 1, round + 1);
      await inTransaction(database, () => keepStories(database, { unkept: 20, atOnce: 17 }));
    }
    expect(await keptUpTo(database)).toEqual({ seq: 3 * (40 + 55 + 80), subject: 80 });
    const asked = [1, 2, 3, 4, 7, 40, 54, 55, 79, 80];
    const all = await eventsOf(asked, 'TRUE');
    expect(all.length).toBeGreaterThan(40);
    expect(await keptOf(asked, 'TRUE')).toEqual(all);
  });

  it('leave out what does not count', async () => {
    await appendEvents(20, 1, 1);
    await appendEvents(20, 61, 2);
    await keepStories(database, { unkept: 0 });
    for (const visible of ['import NOT IN (1)', 'time <= 70000', 'seq NOT IN (SELECT 64)', 'import NOT IN (1, 2)'])
      expect(await keptOf([4, 5, 6], visible)).toEqual(await eventsOf([4, 5, 6], visible));
    expect(await keptOf([4, 5, 6], 'import NOT IN (1)')).toHaveLength(9);
  });

  it('hold the texts of subjects, those that came later too', async () => {
    await appendEvents(10, 1, 1);
    await keepStories(database, { unkept: 0 });
    await appendEvents(23, 31, 2);
    await keepStories(database, { unkept: 0 });
    const texts = await keptTexts(database, [1, 10, 11, 23]);
    expect([1, 10, 11, 23].map((number) => texts.get(number))).toEqual(['lead/1', 'lead/10', 'lead/11', 'lead/23']);
  });

  it('are taken back with the work that kept them', async () => {
    await appendEvents(10, 1, 1);
    const failed = inTransaction(database, async () => {
      await keepStories(database, { unkept: 0 });
      throw new Error('stop');
    });
    await expect(failed).rejects.toThrow('stop');
    expect(await keptUpTo(database)).toEqual({ seq: 0, subject: 0 });
    await keepStories(database, { unkept: 0 });
    expect(await keptOf([3], 'TRUE')).toEqual(await eventsOf([3], 'TRUE'));
  });

  it('find the rows of a subject by the index', async () => {
    await appendEvents(4000, 1, 1);
    await keepStories(database, { unkept: 0 });
    const rows = await database.rows('EXPLAIN ANALYZE SELECT events FROM kept_stories WHERE block IN (3, 500)');
    expect(rows.map((row) => row.join(' ')).join('\n')).toContain('Index Scan');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Database, inTransaction, openDatabase } from './connection.ts';
import { type KeptReader, openKept } from './kept-reader.ts';
import { keepStories, keptUpTo } from './kept-stories.ts';
import { storeTables } from './schema.ts';
import { memberRank } from './story-ranks.ts';

let database: Database;

beforeEach(async () => {
  database = await openDatabase(':memory:', { readOnly: false });
  for (const sql of storeTables) await database.run(sql);
  await database.run(`INSERT INTO sources VALUES (1, 'crm'), (2, 'forms')`);
  await database.run(`INSERT INTO payloads VALUES (1, '{"a":1}'), (2, '{"b":"two words"}'), (3, '{}'), (4, '{}')`);
});

afterEach(() => database.close());

/** Appends three events of each subject, whose number is that of the event modulo the subjects. */
async function appendEvents(subjects: number, firstSeq: number, importNumber: number): Promise<void> {
  await database.run(`INSERT INTO subjects SELECT number, 'lead/' || number, hash(number) FROM (SELECT unnest(range(1, ${subjects + 1}))::INTEGER AS number)
    WHERE number > (SELECT coalesce(max(number), 0) FROM subjects)`);
  await database.run(`INSERT INTO events SELECT seq, ${importNumber}, 1 + seq % ${subjects}, seq % 7, 1000 * seq, 1 + seq % 2, seq % 5
    FROM (SELECT unnest(range(${firstSeq}, ${firstSeq + 3 * subjects})) AS seq)`);
  await database.run(
    `INSERT INTO event_texts SELECT seq, seq, 'event ' || seq, '{}', NULL FROM events WHERE seq >= ${firstSeq}`,
  );
}

/** Events of some subjects as they stand in the log, with source, id and what they say. */
async function eventsOf(subjects: readonly number[], visible: string): Promise<readonly string[]> {
  const rows = await database.rows(
    `SELECT concat_ws(' ', subject, time, type, says, seq, subject, s.source, id, payload)
      FROM (SELECT * FROM events WHERE subject IN (${subjects.join(', ')}) AND ${visible}) e
      JOIN sources s ON s.number = e.source JOIN event_texts USING (seq) LEFT JOIN payloads p ON p.number = says`,
  );
  return rows.map(([text]) => String(text)).sort();
}

async function readerOf(subjects: readonly number[]): Promise<KeptReader> {
  const kept = await openKept(database, { touched: subjects.length });
  await kept.read(subjects);
  return kept;
}

async function keptOf(subjects: readonly number[], visible: string): Promise<readonly string[]> {
  const kept = await readerOf(subjects);
  const columns = await kept.eventsOf(subjects, { visible });
  const [, , , says, seq] = columns;
  const texts = Array.from(seq, (event, at) => {
    const { source, id } = kept.nameOf(event) ?? {};
    return [...columns.map((column) => column[at]), source, id, kept.payloadOf(says[at] ?? 0)];
  });
  return texts.map((all) => all.filter((one) => one !== undefined).join(' ')).sort();
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
    const kept = await readerOf([1, 10, 11, 23]);
    expect([1, 10, 11, 23].map(kept.textOf)).toEqual(['lead/1', 'lead/10', 'lead/11', 'lead/23']);
  });

  it('hold who is named with whom, from both sides, but not who the members of a campaign are', async () => {
    await appendEvents(20, 1, 1);
    await database.run(`INSERT INTO refs VALUES (1, 1, 2, 5, 0, 17), (2, 1, 2, 5, 0, 17), (3, 1, 17, 6, 0, 2)`);
    await database.run(`INSERT INTO refs VALUES (4, 1, 18, ${memberRank}, 0, 3)`);
    await keepStories(database, { unkept: 0, atOnce: 30 });
    const kept = await readerOf([2, 17, 18, 3]);
    const linksOf = (subject: number) =>
      kept
        .linksOf(subject)
        .map(({ other, type }) => `${other} by ${type}`)
        .sort();
    expect(linksOf(2)).toEqual(['17 by 5', '17 by 6']);
    expect(linksOf(17)).toEqual(['2 by 5', '2 by 6']);
    expect(linksOf(3)).toEqual([`18 by ${memberRank}`]);
    expect(linksOf(18)).toEqual([]);
  });

  it('are joined by what is read of the events that came later, and of nobody', async () => {
    await appendEvents(10, 1, 1);
    await keepStories(database, { unkept: 0 });
    await appendEvents(10, 31, 2);
    const kept = await readerOf([3]);
    expect([kept.nameOf(32), kept.payloadOf(2)]).toEqual([undefined, undefined]);
    await kept.readLate({ seq: Float64Array.of(32, 33), says: Float64Array.of(2, 0, 2) });
    expect(kept.nameOf(32)).toEqual({ source: 'crm', id: 'event 32' });
    expect(kept.nameOf(33)).toEqual({ source: 'forms', id: 'event 33' });
    expect(kept.payloadOf(2)).toBe('{"b":"two words"}');
    await kept.readLate({ seq: new Float64Array(0), says: Float64Array.of(0) });
    expect(kept.payloadOf(0)).toBeUndefined();
  });

  it('are left alone where many subjects are asked for', async () => {
    await appendEvents(10, 1, 1);
    await keepStories(database, { unkept: 0 });
    expect((await openKept(database, { touched: 5000 })).upTo.seq).toBe(30);
    expect((await openKept(database, { touched: 5001 })).upTo.seq).toBe(0);
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
    const rows = await database.rows('EXPLAIN ANALYZE SELECT told FROM kept_blocks WHERE block IN (3, 500)');
    expect(rows.map((row) => row.join(' ')).join('\n')).toContain('Index Scan');
  });
});

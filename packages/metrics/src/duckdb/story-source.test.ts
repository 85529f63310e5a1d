import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase } from './connection.ts';
import { keptReader, openKept } from './kept-reader.ts';
import { keepStories } from './kept-stories.ts';
import { storeTables } from './schema.ts';
import { storyChunks } from './story-chunks.ts';
import { memberRank } from './story-ranks.ts';
import { lookedUpStories, sortedStories } from './story-source.ts';

let database: Database;

beforeEach(async () => {
  database = await openDatabase(':memory:', { readOnly: false });
  for (const sql of storeTables) await database.run(sql);
});

afterEach(() => database.close());

const subjects = 30;
const rootOf = (subject: number) => (subject === 7 ? 3 : subject);

/** Adds 198 events of the subjects, one of a campaign, which is told to its member, and one that does not count. */
async function addEvents(first: number): Promise<void> {
  await database.run(`INSERT INTO events SELECT i, 1, 1 + i * 7 % ${subjects}, i * 5 % 9, 1000 * (i % 50), 1, i % 4
    FROM (SELECT unnest(range(${first}, ${first + 198})) AS i)`);
  const [member, hidden] = [first + 198, first + 199];
  await database.run(
    `INSERT INTO events VALUES (${member}, 1, 99, ${memberRank}, 5000, 1, 2), (${hidden}, 2, 99, ${memberRank}, 6000, 1, 2)`,
  );
  await database.run(
    `INSERT INTO refs VALUES (${member}, 1, 99, ${memberRank}, 5000, 12), (${hidden}, 2, 99, ${memberRank}, 6000, 13)`,
  );
  await database.run(
    `INSERT INTO event_texts SELECT seq, seq, 'event ' || seq, '{}', NULL FROM events WHERE seq >= ${first}`,
  );
}

it('tells each chunk the same events, however many are sorted at once, as a look into the log does', async () => {
  await database.run(`INSERT INTO subjects SELECT i, 'lead/' || i, i FROM (SELECT unnest(range(1, 100)) AS i)`);
  await addEvents(1);
  // Some of the log is kept beside it, the rest is looked for.
  await keepStories(database, { unkept: 0, atOnce: 90 });
  await addEvents(201);
  const members = Int32Array.from({ length: subjects }, (_, index) => index + 1);
  const pairs = [
    [
      [1, 2, 3],
      [4, 20, 7],
    ] as const,
  ];
  const chunks = storyChunks({ members, events: members.map(() => 10), pairs }, 50);
  expect(chunks.length).toBeGreaterThan(4);
  const how = { visible: 'import NOT IN (2)', rootOf };
  const readers = [keptReader(database, { seq: 0, subject: 0 }), await openKept(database, { touched: subjects })];
  expect(readers.map(({ upTo }) => upTo.seq)).toEqual([0, 200]);
  for (const kept of readers) await kept.read(members);
  const sources = readers.map((kept) => lookedUpStories(database, { ...how, hasMembers: true, kept }));
  const told: (readonly string[])[] = [];
  for (const source of [...sources, ...[1, 100, 10_000].map((most) => sortedStories(database, chunks, how, most))]) {
    const rows: string[] = [];
    for (const [place, chunk] of chunks.entries()) {
      const { group, subject, timeMs, rank, says, seq } = await source.eventsOf(chunk, place);
      // Events of one group stand together, by time and rank.
      for (let at = 1; at < seq.length; at++)
        if (group[at] === group[at - 1])
          expect(1e6 * (timeMs[at] ?? 0) + (rank[at] ?? 0)).toBeGreaterThanOrEqual(
            1e6 * (timeMs[at - 1] ?? 0) + (rank[at - 1] ?? 0),
          );
      rows.push(
        ...Array.from(
          seq,
          (number, at) =>
            `${place} ${[group, subject, timeMs, rank, says].map((column) => column[at]).join(' ')} ${number}`,
        ),
      );
    }
    await source.drop();
    told.push(rows.sort());
  }
  expect(told[0]).toHaveLength(398);
  for (const rows of told.slice(1)) expect(rows).toEqual(told[0]);
});

import { randomBytes } from 'node:crypto';
import { eventRank } from '@sameteam/model';
import type { StoryLog } from '../facts/story/story-log.ts';
import { bindableParts } from './bindable-parts.ts';
import type { Database } from './connection.ts';
import { kindSql, linkedGroups } from './linked-groups.ts';
import { queryParams } from './query-params.ts';
import { integer, integers } from './sql-text.ts';
import { readEvents, type StoryEvents, storyColumns, storyLogOf } from './story-reader.ts';
import { tsvRow } from './tsv-row.ts';
import type { VisibleEvents } from './visible-events.ts';

/** Events that are folded at once. */
const eventsAtOnce = 200_000;

const memberChanged = eventRank('campaign.member_changed');

/** Events that concern everybody, whoever they are about. */
const commonRanks: readonly number[] = (
  ['campaign.planned', 'campaign.spent', 'pulse.answered', 'roster.changed'] as const
).map((type) => eventRank(type));

/** The condition of events that belong to the story of a subject; those of members of campaigns are looked for apart. */
const ownSql = `${kindSql('subject')} AND type NOT IN (${integers([...commonRanks, memberChanged])})`;
const commonSql = `(NOT ${kindSql('subject')} OR type IN (${integers(commonRanks)})) AND type <> ${memberChanged}`;

/** The events that concern everybody. */
export async function commonEvents(database: Database, visible: VisibleEvents): Promise<StoryEvents> {
  const params = queryParams();
  const from = `${database.table('events')} FINAL WHERE ${commonSql} AND ${visible.sql(params)}`;
  return readEvents(database, from, { params: params.values, limit: null });
}

/**
 * The stories of all leads, opportunities and companies, some at a time: those whose facts depend on one another stand in
 * one log, so that each can be folded for itself and no more than one has to be in memory.
 */
export async function* storyChunks(
  database: Database,
  visible: VisibleEvents,
  common: StoryEvents,
): AsyncGenerator<StoryLog> {
  const groups = await linkedGroups(database, visible);
  if (groups.length === 0) {
    yield* loneChunks(database, visible, { common, isLone: '1' });
    return;
  }
  const name = `stories_${randomBytes(6).toString('hex')}`;
  const homes = database.table(`${name}_homes`);
  try {
    const chunks = await makeStories(database, visible, { name, groups });
    for (let chunk = 0; chunk < chunks; chunk++) {
      const from = `${database.table(name)} WHERE chunk = ${chunk}`;
      const events = await readEvents(database, from, { params: {}, limit: null });
      yield storyLogOf([whole(events), whole(common)], visible.roots);
    }
    yield* loneChunks(database, visible, { common, isLone: `subject GLOBAL NOT IN (SELECT subject FROM ${homes})` });
  } finally {
    await database.run(`DROP TABLE IF EXISTS ${database.table(name)}`);
    await database.run(`DROP TABLE IF EXISTS ${homes}`);
  }
}

/**
 * Puts the events of linked subjects where they can be read group by group: subjects of one group lie apart in the log.
 * @returns number of chunks
 */
async function makeStories(
  database: Database,
  visible: VisibleEvents,
  { name, groups }: { readonly name: string; readonly groups: readonly (readonly string[])[] },
): Promise<number> {
  const [row] = await database.query(
    `SELECT count() AS events, uniq(subject) AS subjects FROM ${database.table('events')}`,
  );
  const perSubject = Math.max(1, Number(row?.events) / Math.max(1, Number(row?.subjects)));
  const subjectsAtOnce = Math.ceil(eventsAtOnce / perSubject);
  const homes = `${name}_homes`;
  await database.run(
    `CREATE TABLE ${database.table(homes)} (subject String, chunk UInt32) ENGINE = MergeTree ORDER BY subject`,
  );
  let chunk = 0;
  let size = 0;
  let rows: string[] = [];
  for (const group of groups) {
    if (size >= subjectsAtOnce) {
      chunk += 1;
      size = 0;
    }
    for (const subject of group) rows.push(tsvRow([subject, chunk]));
    size += group.length;
    if (rows.length < 50_000) continue;
    await database.insert(homes, ['subject', 'chunk'], rows);
    rows = [];
  }
  await database.insert(homes, ['subject', 'chunk'], rows);
  await database.run(
    `CREATE TABLE ${database.table(name)} (chunk UInt32, subject String, time Int64, type UInt8, source LowCardinality(String), id String, says LowCardinality(String)) ENGINE = MergeTree ORDER BY (chunk, subject, time, type)`,
  );
  const into = `INSERT INTO ${database.table(name)} (chunk, ${storyColumns})`;
  const own = queryParams();
  await database.run(
    `${into} SELECT h.chunk, e.subject, e.time, e.type, e.source, e.id, e.says
      FROM (SELECT ${storyColumns} FROM ${database.table('events')} FINAL WHERE ${ownSql} AND ${visible.sql(own)}) e
      JOIN ${database.table(homes)} h ON h.subject = e.subject`,
    own.values,
  );
  await database.run(...memberEvents(database, visible, { into, homes }));
  return chunk + 1;
}

/** What campaigns say of members, to be told where the member is. */
function memberEvents(
  database: Database,
  visible: VisibleEvents,
  { into, homes }: { readonly into: string; readonly homes: string },
) {
  const params = queryParams();
  const sql = `${into} SELECT h.chunk, e.subject, e.time, e.type, e.source, e.id, e.says
      FROM (SELECT ${storyColumns} FROM ${database.table('events')} FINAL WHERE type = ${memberChanged} AND ${visible.sql(params)}) e
      JOIN (SELECT DISTINCT subject, other, source, id FROM ${database.table('refs')} WHERE is_own = 1 AND type = ${memberChanged}) r
        ON r.subject = e.subject AND r.source = e.source AND r.id = e.id
      JOIN ${database.table(homes)} h ON h.subject = r.other`;
  return [sql, params.values] as const;
}

/** The stories of subjects that are linked with none, in the order of their names. */
async function* loneChunks(
  database: Database,
  visible: VisibleEvents,
  { common, isLone }: { readonly common: StoryEvents; readonly isLone: string },
): AsyncGenerator<StoryLog> {
  let after = '';
  for (let limit = eventsAtOnce; ; ) {
    const params = queryParams();
    const later = `subject > ${params.bind(after, 'String')}`;
    const from = `${database.table('events')} FINAL WHERE ${later} AND ${ownSql} AND ${isLone} AND ${visible.sql(params)}`;
    const events = await readEvents(database, from, { params: params.values, limit });
    if (events.count === 0) return;
    const isLast = events.count < limit;
    const complete = isLast ? events.count : lastStart(events);
    // One subject fills all that was asked for: ask for more.
    if (complete === 0) {
      limit *= 4;
      continue;
    }
    const subjects = subjectAt(events, complete - 1);
    const members = await loneMembers(database, visible, { after, last: subjects, isLone });
    yield storyLogOf([{ events, count: complete }, whole(members), whole(common)], visible.roots);
    if (isLast) return;
    after = subjects;
    limit = eventsAtOnce;
  }
}

/** What campaigns say of members in a range that are linked with nobody else. */
async function loneMembers(
  database: Database,
  visible: VisibleEvents,
  { after, last, isLone }: { readonly after: string; readonly last: string; readonly isLone: string },
): Promise<StoryEvents> {
  const params = queryParams();
  const range = `subject > ${params.bind(after, 'String')} AND subject <= ${params.bind(last, 'String')}`;
  const from = `${database.table('events')} FINAL WHERE type = ${memberChanged} AND ${visible.sql(params)} AND (subject, source, id) GLOBAL IN (
    SELECT other, source, id FROM ${database.table('refs')} WHERE is_own = 0 AND type = ${memberChanged} AND ${range} AND ${isLone})`;
  return readEvents(database, from, { params: params.values, limit: null });
}

/** The story of some subjects, which hold everything that their facts depend on. */
export async function storyOf(
  database: Database,
  visible: VisibleEvents,
  { subjects, common }: { readonly subjects: Iterable<string>; readonly common: StoryEvents },
): Promise<StoryLog> {
  const parts: { readonly events: StoryEvents; readonly count: number }[] = [];
  for (const part of bindableParts(subjects)) {
    const params = queryParams();
    const those = params.bind(part, 'Array(String)');
    const table = `${database.table('events')} FINAL`;
    const own = `${table} WHERE subject IN ${those} AND ${ownSql} AND ${visible.sql(params)}`;
    parts.push(whole(await readEvents(database, own, { params: params.values, limit: null })));
    const members = `${table} WHERE type = ${memberChanged} AND ${visible.sql(params)} AND (subject, source, id) GLOBAL IN (
      SELECT other, source, id FROM ${database.table('refs')} WHERE subject IN ${those} AND is_own = 0 AND type = ${memberChanged})`;
    parts.push(whole(await readEvents(database, members, { params: params.values, limit: null })));
  }
  return storyLogOf([...parts, whole(common)], visible.roots);
}

function whole(events: StoryEvents): { readonly events: StoryEvents; readonly count: number } {
  return { events, count: events.count };
}

/** Where the last subject of some events begins. */
function lastStart(events: StoryEvents): number {
  const last = subjectAt(events, events.count - 1);
  let row = events.count - 1;
  while (row > 0 && subjectAt(events, row - 1) === last) row -= 1;
  return row;
}

function subjectAt({ blocks }: StoryEvents, row: number): string {
  let left = row;
  for (const { count, columns } of blocks) {
    if (left < count && columns.subject?.kind === 'texts') return columns.subject.texts.at(left);
    left -= count;
  }
  throw new RangeError(`There is no row ${integer(row)}.`);
}

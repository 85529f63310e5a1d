import type { FactGrain } from '../facts/schema/fact-schema.ts';
import { type FactRulesInput, foldFacts } from '../facts/story/fold-facts.ts';
import type { WantedFacts } from '../facts/story/fold-stories.ts';
import { needsCompanyDeals } from '../facts/story/needs-company-deals.ts';
import type { LogBounds } from '../plan/reduction.ts';
import { type FactJudges, judgingAgreements } from '../store/fact-judges.ts';
import { amongNumbers } from './among-numbers.ts';
import { type FactChange, forgetChanges } from './changed-facts.ts';
import { type ChunkEvents, chunkLog, type SubjectTexts, tiedEvents } from './chunk-log.ts';
import { type Database, inOrder } from './connection.ts';
import { createFactTablesSql, type FactTables } from './fact-tables.ts';
import type { FactWriter } from './fact-writer.ts';
import { type KeptReader, keptReader, openKept } from './kept-reader.ts';
import { readNumbers } from './read-numbers.ts';
import { type StoryChunk, storyChunks } from './story-chunks.ts';
import { allLinkedSubjects, linksAround } from './story-links.ts';
import { ledgerRanks, surroundingRanks } from './story-ranks.ts';
import { commonEvents, joinedEvents, lookedUpStories, type StorySource, sortedStories } from './story-source.ts';
import { joinedTexts, subjectTexts } from './subject-texts.ts';
import { type TouchedFacts, touchedFacts } from './touched-facts.ts';
import { type LogState, makeRoots, visibleSql } from './visible-events.ts';

/** What facts are made of, and how. */
export interface MakeFacts {
  readonly tables: FactTables;
  readonly writer: FactWriter;
  readonly judges: FactJudges;
  /** `null` for everything that is known. */
  readonly bounds: LogBounds | null;
  readonly temporary: boolean;
  /** Whether the tables are there, and empty. */
  readonly areMade?: boolean;
  /** What the log holds. */
  readonly log: LogState;
}

/** How the log was read. */
export interface ReadLog {
  /** Condition on `seq`, `import` and `time` that an event counts. */
  readonly visible: string;
  /** Whether any record is counted as another one. */
  readonly hasRoots: boolean;
}

/** Folds the log under bounds into new tables, or into empty ones. Runs inside whatever transaction is open. */
export async function makeFacts(database: Database, make: MakeFacts): Promise<ReadLog> {
  return inOrder(database, () => foldAll(database, make));
}

async function foldAll(database: Database, make: MakeFacts): Promise<ReadLog> {
  const { tables, temporary, bounds, log, areMade = false } = make;
  if (!areMade) await database.run(createFactTablesSql(tables, { temporary }).join('; '));
  if (!areMade && !temporary) await forgetChanges(database);
  if (log.isEmpty) return { visible: 'TRUE', hasRoots: false };
  const visible = await visibleSql(database, bounds, log);
  const folding = await prepare(database, make, { visible, kept: keptReader(database, { seq: 0, subject: 0 }) });
  const chunks = storyChunks(await allLinkedSubjects(database, { visible, roots: folding.roots }));
  const source = sortedStories(database, chunks, { visible, rootOf: folding.rootOf });
  const all: WantedFacts = { leads: 'all', opportunities: 'all', companies: 'all' };
  for (const [place, chunk] of chunks.entries()) await folding.foldChunk(source, chunk, place, () => all);
  await source.drop();
  await folding.foldLedger();
  return { visible, hasRoots: folding.roots.size > 0 };
}

/** Subjects of which it is quicker to sort their events once than to look for those of each chunk. */
const manyChunks = 4;

/**
 * Makes facts again of what some subjects have to do with, in tables that stand.
 * @param subjects those of the events that came or went
 * @param options.ledger whether costs and answers are to be made again, which belong to nobody
 * @returns how many leads had facts before
 */
export async function remakeFacts(
  database: Database,
  make: Omit<MakeFacts, 'bounds' | 'temporary' | 'areMade'> & { readonly change: FactChange },
  { subjects, ledger }: { readonly subjects: ReadonlySet<number>; readonly ledger: boolean },
): Promise<ReadLog & { readonly deleted: number }> {
  const { log, tables, judges, change } = make;
  const visible = await visibleSql(database, null, log);
  const kept = await openKept(database, { touched: subjects.size });
  const folding = await prepare(database, { ...make, bounds: null }, { visible, kept });
  const { roots, rootOf } = folding;
  const links = await linksAround(database, subjects, { hasLinks: log.links, kept });
  const texts = await subjectTexts(database, links.members, rootOf, kept);
  const kindOf = (subject: number) => texts.textOf(subject)?.split('/', 1)[0] ?? '';
  const withCompanyDeals = judgingAgreements(judges).some(needsCompanyDeals);
  const touched = touchedFacts(subjects, links, { kindOf, withCompanyDeals });
  await change.note(touched);
  const deletions = await deletionsSql(database, { tables, staying: change.staying }, touched, ledger);
  let deleting: Promise<number> | null = null;
  const deleteOld = (): Promise<number> => {
    if (deleting === null) {
      deleting = deletions === '' ? Promise.resolve(0) : database.run(deletions);
      // Whoever waits for it is told; until somebody does, the process must not end over it.
      deleting.catch(() => undefined);
    }
    return deleting;
  };
  const pairs = links.members.map(
    (member) => [[...links.of(member)].map(() => member), [...links.of(member)]] as const,
  );
  const chunks = storyChunks({
    members: Int32Array.from(links.members),
    events: await eventCounts(database, links.members, kept),
    pairs: [...pairs, [[...roots.keys()], [...roots.values()]]],
  });
  const named = (wanted: ReadonlySet<number>) =>
    new Set(Array.from(wanted, (subject) => texts.textOf(rootOf(subject)) ?? ''));
  const wanted: WantedFacts = {
    leads: named(touched.leads),
    opportunities: named(touched.opportunities),
    companies: named(touched.companies),
  };
  const source =
    chunks.length < manyChunks
      ? lookedUpStories(database, { visible, rootOf, hasMembers: links.hasMembers, kept })
      : sortedStories(database, chunks, { visible, rootOf });
  for (const [place, chunk] of chunks.entries())
    await folding.foldChunk(source, chunk, place, () => wanted, { texts, meanwhile: deleteOld });
  await source.drop();
  const rows = await deleteOld();
  const deleted = touched.leads.size === 0 ? 0 : rows;
  if (ledger) await folding.foldLedger();
  return { deleted, visible, hasRoots: roots.size > 0 };
}

async function prepare(
  database: Database,
  { judges, bounds, writer, log }: Omit<MakeFacts, 'temporary'>,
  { visible, kept }: { readonly visible: string; readonly kept: KeptReader },
) {
  const roots = await makeRoots(database, visible, log);
  const rootOf = (subject: number): number => roots.get(subject) ?? subject;
  const surroundings = await commonEvents(database, surroundingRanks, { visible });
  await kept.readLate({ says: surroundings.says, seq: new Float64Array([...tiedEvents(surroundings)]) });
  const asOfMs = bounds?.asOfMs ?? Number.POSITIVE_INFINITY;
  const common = await textsOf(surroundings);

  async function textsOf({ subject }: Pick<ChunkEvents, 'subject'>): Promise<SubjectTexts> {
    return subjectTexts(
      database,
      [...new Set(subject)].sort((a, b) => a - b),
      rootOf,
      kept,
    );
  }

  /** @param meanwhile work of the database that may go on while stories are folded, and ends before rows are written */
  async function fold(
    events: ChunkEvents,
    texts: SubjectTexts,
    wanted: WantedFacts,
    meanwhile?: () => Promise<unknown>,
  ): Promise<void> {
    const storyLog = await chunkLog(database, events, texts, kept);
    const underway = meanwhile?.();
    const input: Omit<FactRulesInput, 'common'> = {
      ...judges,
      asOfMs,
      rootOf: (subject) => {
        const number = texts.numberOf(subject);
        return number === 0 ? subject : (texts.textOf(number) ?? subject);
      },
    };
    try {
      foldFacts(storyLog, input, wanted, writer);
    } finally {
      await underway;
    }
    await writer.flush(texts.numberOf);
  }

  return {
    roots,
    rootOf,
    async foldChunk(
      source: StorySource,
      chunk: StoryChunk,
      place: number,
      wantedOf: () => WantedFacts,
      given: { readonly texts?: SubjectTexts; readonly meanwhile?: () => Promise<unknown> } = {},
    ): Promise<void> {
      const events = await source.eventsOf(chunk, place, given.meanwhile);
      if (events.seq.length === 0) return;
      const own = given.texts ?? (await subjectTexts(database, [...chunk.members], rootOf, kept));
      const campaigns = await campaignTexts(events, own);
      await fold(
        joinedEvents(surroundings, events),
        joinedTexts(own, joinedTexts(common, campaigns)),
        wantedOf(),
        given.meanwhile,
      );
    },
    async foldLedger(): Promise<void> {
      const events = await commonEvents(database, ledgerRanks, { visible });
      if (events.seq.length === 0) return;
      const texts = joinedTexts(common, await textsOf(events));
      const nobody: WantedFacts = { leads: new Set(), opportunities: new Set(), companies: new Set(), common: true };
      await fold(joinedEvents(surroundings, events), texts, nobody);
    },
  };

  /** Texts of subjects that are no members: campaigns of which a member is told. */
  async function campaignTexts({ subject }: ChunkEvents, own: SubjectTexts): Promise<SubjectTexts> {
    return textsOf({ subject: subject.filter((number) => own.textOf(number) === undefined) });
  }
}

async function eventCounts(database: Database, members: readonly number[], kept: KeptReader): Promise<Int32Array> {
  // What came since is not counted: a log has few events that are not kept.
  if (kept.upTo.seq > 0) return Int32Array.from(members, (member) => 1 + kept.countOf(member));
  const counts = new Int32Array(members.length).fill(1);
  // So few that they are one chunk in all likelihood, and of no weight if they are not.
  if (members.length < 2000) return counts;
  const among = await amongNumbers(database, 'counted', members);
  const [subject, count] = (await readNumbers(
    database,
    `SELECT subject, count(*) FROM events WHERE subject ${among} GROUP BY subject`,
  )) as readonly [Float64Array, Float64Array];
  const placeOf = new Map(members.map((member, place) => [member, place]));
  for (let at = 0; at < subject.length; at++)
    counts[placeOf.get(subject[at] as number) as number] = count[at] as number;
  return counts;
}

/**
 * Statements that delete the facts of leads, opportunities and companies, and all that is theirs and does not stay; those of leads are the
 * last. They run at once, so that nobody has to wait between one table and the next.
 */
async function deletionsSql(
  database: Database,
  { tables, staying }: { readonly tables: FactTables; readonly staying: ReadonlySet<FactGrain> },
  { leads, opportunities, companies }: TouchedFacts,
  ledger: boolean,
): Promise<string> {
  const statements = ledger ? [`DELETE FROM ${tables.spend}`, `DELETE FROM ${tables.pulses}`] : [];
  // A list for each kind: records of two kinds may have been said to be one, and only those that a list names are made again.
  const deleteOf = async (subjects: ReadonlySet<number>, column: string, all: readonly FactGrain[]) => {
    const grains = all.filter((grain) => !staying.has(grain));
    if (subjects.size === 0 || grains.length === 0) return;
    const among = await amongNumbers(database, `deleted_${column}`, [...subjects]);
    // An entry of a deal names its lead too, and is the deal's.
    const owned = (grain: FactGrain) => (column === 'lead' && grain === 'entries' ? ' AND opportunity IS NULL' : '');
    statements.push(...grains.map((grain) => `DELETE FROM ${tables[grain]} WHERE ${column} ${among}${owned(grain)}`));
  };
  await deleteOf(opportunities, 'opportunity', ['opportunities', 'spans', 'entries']);
  await deleteOf(companies, 'company', ['companies', 'changes']);
  await deleteOf(leads, 'lead', ['entries', 'cycles', 'touches', 'meetings', 'leads']);
  return statements.join('; ');
}

import type { ImportOutcome } from '../engine.ts';
import { opportunityEventRanks } from '../facts/lead-fold.ts';
import type { DayOf } from '../facts/zone-days.ts';
import type { FactJudges } from '../store/fact-judges.ts';
import { beginFactChange, type FactChange } from './changed-facts.ts';
import { type Database, inOrder } from './connection.ts';
import { type FactDays, joinedDays, keepDays } from './fact-days.ts';
import type { FactTerms } from './fact-dictionaries.ts';
import { keptFacts } from './fact-tables.ts';
import { type FactWriter, factWriter } from './fact-writer.ts';
import { importOddities } from './import-outcome.ts';
import { areFactsBy, keepSignature } from './kept-agreement.ts';
import { keepStories } from './kept-stories.ts';
import { makeFacts, remakeFacts } from './make-facts.ts';
import type { TextNumbers } from './text-numbers.ts';
import { type TouchedSubjects, touchedSubjects } from './touched-subjects.ts';
import type { LogState } from './visible-events.ts';

/** What facts are made with. */
export interface FactMaking {
  readonly judges: FactJudges;
  /** By what the facts are made, see `areFactsBy`. */
  readonly signature: string;
  readonly terms: FactTerms;
  readonly subjects: TextNumbers;
  readonly dayOf: DayOf;
}

/** An import whose facts are to be made. */
export interface Refresh {
  readonly importNumber: number;
  /** Number of the last event of the log. */
  readonly lastSeq: number;
  /** Ranks of its events. */
  readonly ranks: ReadonlySet<number>;
  /** Whether no other import has brought any event, which makes it touch all there is. */
  readonly isOnly: boolean;
  /** What the log holds, with the import. */
  readonly log: LogState;
  /** Leads that had facts by the same judges before; `null` where nobody has looked. */
  readonly leads: number | null;
  readonly days: FactDays | null;
}

/** What became of it. */
export interface Refreshed {
  readonly leads: number;
  readonly days: FactDays | null;
  readonly oddities: Pick<ImportOutcome, 'impossibleOrder' | 'unknownLeads'>;
}

/** Makes the facts of what an import touched, or all where that is many of them or what they depend on lies anywhere. */
export async function refreshFacts(database: Database, making: FactMaking, refresh: Refresh): Promise<Refreshed> {
  const { importNumber, ranks, days } = refresh;
  const touched = refresh.isOnly ? null : await fewTouched(database, making, refresh);
  const change = touched === null ? null : await beginFactChange(database, { touched: touched.subjects.size });
  const writer = factWriter(database, {
    ...making,
    tables: keptFacts,
    expected: touched?.subjects.size,
    generation: change?.generation,
  });
  const { leads, visible, hasRoots } =
    touched === null || change === null
      ? await remakeAll(database, making, { writer, refresh })
      : await inOrder(database, () => remakeFew(database, making, { writer, change, touched, refresh }));
  await keepStories(database, { last: refresh.lastSeq });
  const written = touched === null ? writer.days() : joinedDays(days, writer.days());
  if (written?.first !== days?.first || written?.last !== days?.last) await keepDays(database, written);
  const oddities = mayBeOdd(writer, ranks)
    ? await importOddities(database, { importNumber, ranks, visible, hasRoots })
    : { impossibleOrder: 0, unknownLeads: 0 };
  return { leads, days: written, oddities };
}

/** Whether it takes a look: what is odd of leads was among the rows that were written. */
function mayBeOdd(writer: FactWriter, ranks: ReadonlySet<number>): boolean {
  return writer.hasImpossible() || opportunityEventRanks.some((rank) => ranks.has(rank));
}

/** What was made, and how the log was read. */
interface Made {
  readonly leads: number;
  readonly visible: string;
  readonly hasRoots: boolean;
}

async function remakeAll(
  database: Database,
  { judges, signature }: FactMaking,
  { writer, refresh: { log, isOnly } }: { readonly writer: FactWriter; readonly refresh: Refresh },
): Promise<Made> {
  // The tables of an empty log were made when it was opened.
  const make = { tables: keptFacts, areMade: isOnly, writer, judges, bounds: null, temporary: false, log };
  const { visible, hasRoots } = await makeFacts(database, make);
  if (!isOnly) await keepSignature(database, signature);
  return { leads: writer.written.leads, visible, hasRoots };
}

async function remakeFew(
  database: Database,
  { judges }: FactMaking,
  {
    writer,
    change,
    touched,
    refresh: { log, leads: before },
  }: {
    readonly writer: FactWriter;
    readonly change: FactChange;
    readonly touched: TouchedSubjects;
    readonly refresh: Refresh;
  },
): Promise<Made> {
  const { deleted, visible, hasRoots } = await remakeFacts(
    database,
    { tables: keptFacts, change, writer, judges, log },
    touched,
  );
  const leads = before === null ? await countLeads(database) : before - deleted + writer.written.leads;
  return { leads, visible, hasRoots };
}

/** The subjects that an import touched; `null` where it is quicker, or needed, to make all facts. */
async function fewTouched(
  database: Database,
  { signature }: FactMaking,
  { importNumber, ranks, leads }: Refresh,
): Promise<TouchedSubjects | null> {
  if (leads === null && !(await areFactsBy(database, signature))) return null;
  const touched = await touchedSubjects(database, { importNumber, ranks });
  if (touched === null) return null;
  const count = leads ?? (await countLeads(database));
  return touched.subjects.size > few && touched.subjects.size > count / 4 ? null : touched;
}

/** So few subjects are not worth the making of all facts, however few there are. */
const few = 100;

/** Leads that have facts. */
export async function countLeads(database: Database): Promise<number> {
  const [row] = await database.query(`SELECT count(*) AS n FROM ${keptFacts.leads}`);
  return Number(row?.n);
}

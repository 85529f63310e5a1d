import { type FactGrain, factGrains } from '../facts/schema/fact-schema.ts';
import type { FactRulesInput } from '../facts/story/fact-rules.ts';
import type { FactSink } from '../facts/story/fact-sink.ts';
import { foldFacts, type WantedFacts } from '../facts/story/fold-facts.ts';
import type { DayOf } from '../facts/zone-days.ts';
import type { Database } from './connection.ts';
import { factWriter } from './fact-writer.ts';
import { factTable, localTable, onCluster } from './schema.ts';
import { integer } from './sql-text.ts';
import { commonEvents, storyChunks } from './story-chunks.ts';
import { type StoryEvents, storyLogOf } from './story-reader.ts';
import type { VisibleEvents } from './visible-events.ts';

/** How facts are made. */
export interface FactMaking {
  readonly rules: Omit<FactRulesInput, 'common'>;
  readonly dayOf: DayOf;
  readonly visible: VisibleEvents;
  /** Name of the table of a grain. */
  readonly table: (grain: FactGrain) => string;
  /** The later of two rows of one key holds. */
  readonly version: number;
}

/** Rows that wait at most before they are sent. */
const mostWaiting = 50_000;

/**
 * Everybody whom the events of a chunk are about or name: a company can have facts by what is said of its leads and
 * opportunities alone. Costs and answers are in every chunk, and made once.
 */
const allButCommon: WantedFacts = { leads: 'all', opportunities: 'all', companies: 'all', common: false };

/** Makes all facts, chunk by chunk; what a table held of earlier versions is gone then. */
export async function makeFacts(database: Database, making: FactMaking): Promise<void> {
  const { rules, visible, table, version } = making;
  const writer = factWriter(database, making);
  const common = await commonEvents(database, visible);
  let sending: Promise<void> = Promise.resolve();
  for await (const log of storyChunks(database, visible, common)) {
    foldFacts(log, rules, allButCommon, writer);
    if (writer.waiting < mostWaiting) continue;
    // The database takes rows in while the next stories are folded.
    await sending;
    sending = writer.flush();
    sending.catch(() => undefined);
  }
  await sending;
  addCommonFacts(common, making, writer);
  await writer.flush();
  // A first version has none before it.
  if (version > 1) await dropOlder(database, factGrains.map(table), { version, owners: null });
  for (const [grain, rows] of writer.sent) if (rows >= mergedFrom) await mergeParts(database, table(grain));
}

/** Takes rows of earlier versions out of tables: a row says of each that it is no more. */
export async function dropOlder(
  database: Database,
  names: readonly string[],
  { version, owners }: { readonly version: number; readonly owners: readonly string[] | null },
): Promise<void> {
  const params = owners === null ? {} : { owners };
  const older = `FINAL WHERE fact_version < ${integer(version)}${owners === null ? '' : ' AND of IN {owners:Array(String)}'}`;
  // Asked of all tables at once: hardly any has some, and a statement costs more than what it reads.
  const counts = names.map((name, at) => `SELECT ${at} AS place, count() AS n FROM ${database.table(name)} ${older}`);
  for (const { place, n } of await database.query(counts.join(' UNION ALL '), params)) {
    if (Number(n) === 0) continue;
    const table = database.table(names[Number(place)] as string);
    await database.run(
      `INSERT INTO ${table} (of, n, fact_version, is_deleted) SELECT of, n, ${integer(version)}, 1 FROM ${table} ${older}`,
      params,
    );
  }
}

/** Rows of a grain from which on parts are merged after all were made. */
const mergedFrom = 20_000;

/**
 * Puts the parts of a table together: to look for the rows that hold takes, at a million leads in five parts, twenty times
 * as long as in one.
 */
async function mergeParts(database: Database, name: string): Promise<void> {
  // Facts under bounds lie on one node, the others where the cluster has them.
  const isKept = factGrains.some((grain) => factTable(grain) === name);
  const [table, on] = isKept ? [localTable(database, name), onCluster(database)] : [name, ''];
  await database.run(`OPTIMIZE TABLE ${database.table(table)}${on} FINAL`);
}

/** Facts that belong to nobody: costs of campaigns, and answers. */
export function addCommonFacts(
  common: StoryEvents,
  { rules, visible }: Pick<FactMaking, 'rules' | 'visible'>,
  sink: FactSink,
): void {
  const none: ReadonlySet<string> = new Set();
  const log = storyLogOf([{ events: common, count: common.count }], visible.roots);
  foldFacts(log, rules, { leads: none, opportunities: none, companies: none, common: true }, sink);
}

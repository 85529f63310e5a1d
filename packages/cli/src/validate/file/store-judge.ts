import { plainInstant } from '@sameteam/connectors/flat';
import { type Engine, EventBatchBuilder, type Verdict } from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import { erasedIssue } from '@sameteam/service';
import type { CommandContext } from '../../context.ts';
import { openExistingStore } from '../../import/open-import-store.ts';
import type { KnownIdentity } from './identity-memory.ts';
import { conflictIssue, type PlaceKind } from './item-judge.ts';
import { type JudgedItem, judgedItem } from './judged-item.ts';
import type { ReadItem } from './read-item.ts';

/** An item that waits for the word of the database. */
export interface WaitingItem {
  readonly item: ReadItem;
  /** What came before it in the file. */
  readonly known: KnownIdentity | null;
}

/** Judges items by what a database holds. */
export interface StoreJudge {
  /** The agreement of the database, or the one that was named. */
  readonly agreement: Engine['agreement'];
  /** What the database makes ids of flat leads with. */
  readonly secret: string;
  judge(waiting: readonly WaitingItem[]): Promise<readonly JudgedItem[]>;
  close(): Promise<void>;
}

/**
 * Opens a database to judge by: events are appended to imports that are rolled back, as `import --dry-run` does.
 * @throws CliError `no-file`, `bad-agreement`
 * @throws MetricsError `locked`, `not-a-database`, `newer-database`, `older-database`
 */
export async function openStoreJudge(
  options: { readonly db: string; readonly agreement?: string | undefined; readonly places: PlaceKind },
  context: CommandContext,
): Promise<StoreJudge> {
  const { db, agreement, places } = options;
  const store = await openExistingStore({ db, ...(agreement === undefined ? {} : { agreement }) }, context);
  const { engine } = store;
  const recordedMs = context.now();
  try {
    const secret = await secretOf(engine, recordedMs);
    return {
      agreement: engine.agreement,
      secret,
      async judge(waiting) {
        const verdicts = await verdictsOn(engine, waiting, recordedMs);
        return waiting.map((each, index) => judged(each, verdicts[index] ?? null, places));
      },
      close: () => store.close(),
    };
  } catch (cause) {
    await store.close();
    throw cause;
  }
}

async function secretOf(engine: Engine, recordedMs: number): Promise<string> {
  const session = await engine.beginImport({ recordedMs });
  await session.rollback();
  return session.recordSecret;
}

/** The verdicts of the database, `null` for items that are no events. */
async function verdictsOn(
  engine: Engine,
  waiting: readonly WaitingItem[],
  recordedMs: number,
): Promise<readonly (Verdict | null)[]> {
  const verdicts = await verdictsOf(
    engine,
    waiting.map(({ item }) => item.event),
    recordedMs,
  );
  // A flat lead without a time is compared at the time of the one that stands, as the way in of `serve` does.
  const again = await Promise.all(
    waiting.map(async ({ item }, index) =>
      item.event !== null && item.timeGiven === false && verdicts[index] === 'conflict'
        ? atStandingTime(engine, item.event)
        : null,
    ),
  );
  if (again.every((event) => event === null)) return verdicts;
  const second = await verdictsOf(engine, again, recordedMs);
  return verdicts.map((verdict, index) => second[index] ?? verdict);
}

async function atStandingTime(engine: Engine, event: LeadEvent): Promise<LeadEvent | null> {
  const told = await engine.events(event.subject);
  const standing = told.find(({ source, id, retracted }) => source === event.source && id === event.id && !retracted);
  return standing === undefined ? null : { ...event, time: plainInstant(standing.timeMs) };
}

async function verdictsOf(
  engine: Engine,
  events: readonly (LeadEvent | null)[],
  recordedMs: number,
): Promise<readonly (Verdict | null)[]> {
  const builder = new EventBatchBuilder();
  let group = 0;
  for (const event of events) if (event !== null) builder.add(group++, event);
  const session = await engine.beginImport({ recordedMs });
  try {
    const verdicts = await session.append(builder.take({ firstGroup: 0, groupCount: group }));
    let next = 0;
    return events.map((event) => (event === null ? null : (verdicts[next++] ?? null)));
  } finally {
    await session.rollback();
  }
}

/** What the database says comes first; what it takes can still be a repetition within the file. */
function judged({ item, known }: WaitingItem, verdict: Verdict | null, places: PlaceKind): JudgedItem {
  const { event } = item;
  if (event === null) return judgedItem(item, 'quarantined', item.issues);
  const before = known === null ? 'the database' : `${places} ${known.place}`;
  if (verdict === 'erased') return judgedItem(item, 'quarantined', [erasedIssue(event)]);
  if (verdict === 'conflict' || known?.content === 'other')
    return judgedItem(item, 'quarantined', [
      conflictIssue(event, known?.content === 'other' ? before : 'the database'),
    ]);
  if (verdict === 'duplicate' || known !== null) return judgedItem(item, 'duplicate', [], before);
  return judgedItem(item, 'accepted', []);
}

import type { ItemIssue } from '@sameteam/api';
import {
  type Engine,
  EventBatchBuilder,
  type ImportSession,
  type ImportSummary,
  type QuarantinedRow,
  type Verdict,
} from '@sameteam/metrics';
import type { LeadEvent } from '@sameteam/model';
import type { CheckedItem } from './checked-item.ts';
import { conflictIssue, erasedIssue, erasedSentence } from './item-issues.ts';

/** The items of one request, to be stored. */
export interface StoreJob {
  /** The route that they came by, which quarantine and the registry of imports name. */
  readonly route: string;
  readonly items: readonly CheckedItem[];
  /** Leaves a conflict alone: it is neither counted nor put into quarantine, as who asks will try again. */
  readonly isProbe?: boolean;
}

/** What became of one item: what the store says of an event, or `invalid` for what is none. */
export interface StoredItem {
  readonly verdict: Verdict | 'invalid';
  /** Why it was not taken; empty otherwise. */
  readonly issues: readonly ItemIssue[];
  /** Whether it was not taken and is about somebody who was erased, whatever else is wrong with it: its text goes nowhere. */
  readonly isErased: boolean;
}

/** What became of a request. */
export interface StoreResult {
  /** Import that its new events belong to; `null` where it had none. */
  readonly import: string | null;
  readonly items: readonly StoredItem[];
  /** The secret that stays with the store. */
  readonly secret: string;
}

interface Work {
  readonly job: StoreJob;
  readonly item: CheckedItem;
}

/**
 * Stores the items of several requests in one import: all that can be taken is committed at once, and what cannot lies in
 * quarantine beside it. Where nothing is new and nothing was refused, no import is left behind.
 * @returns in the order of the jobs
 * @throws MetricsError as the engine does; nothing was kept then
 */
export async function storeJobs(
  engine: Engine,
  jobs: readonly StoreJob[],
  { recordedMs }: { readonly recordedMs: number },
): Promise<readonly StoreResult[]> {
  const session = await engine.beginImport({ recordedMs });
  try {
    const work = jobs.flatMap((job) => job.items.map((item): Work => ({ job, item })));
    const stored = await markErased(session, work, await append(session, work));
    const rows = work.flatMap(({ job, item }, index) => quarantinedRows(job, item, stored[index] as StoredItem));
    const accepted = stored.filter(({ verdict }) => verdict === 'accepted').length;
    if (accepted === 0 && rows.length === 0) {
      await session.rollback();
    } else {
      if (rows.length > 0) await session.quarantine(rows);
      await session.commit(summaryOf(jobs, { stored, accepted, quarantined: rows.length }));
    }
    return resultsOf(jobs, stored, session);
  } catch (cause) {
    // What went wrong first is what is told.
    await session.rollback().catch(() => undefined);
    throw cause;
  }
}

async function append(session: ImportSession, work: readonly Work[]): Promise<readonly StoredItem[]> {
  const builder = new EventBatchBuilder();
  let groupCount = 0;
  for (const { item } of work) if (item.event !== null) builder.add(groupCount++, item.event);
  const verdicts = groupCount === 0 ? [] : await session.append(builder.take({ firstGroup: 0, groupCount }));
  let group = 0;
  return work.map(({ item: { event, issues } }) =>
    event === null ? { verdict: 'invalid', issues, isErased: false } : storedItem(verdicts[group++] as Verdict, event),
  );
}

function storedItem(verdict: Verdict, event: LeadEvent): StoredItem {
  if (verdict === 'conflict') return { verdict, issues: [conflictIssue(event)], isErased: false };
  if (verdict === 'erased') return { verdict, issues: [erasedIssue(event)], isErased: true };
  return { verdict, issues: [], isErased: false };
}

async function markErased(
  session: ImportSession,
  work: readonly Work[],
  stored: readonly StoredItem[],
): Promise<readonly StoredItem[]> {
  const refused = work.filter((_, index) => (stored[index] as StoredItem).issues.length > 0);
  if (refused.length === 0) return stored;
  const erased = await session.erased([...new Set(refused.flatMap(({ item }) => item.subjects))]);
  if (erased.size === 0) return stored;
  return stored.map((each, index) =>
    each.issues.length > 0 && (work[index] as Work).item.subjects.some((subject) => erased.has(subject))
      ? { ...each, isErased: true }
      : each,
  );
}

/** One row for an item, with its first issue; none for an item that was taken. */
function quarantinedRows({ route, isProbe }: StoreJob, item: CheckedItem, stored: StoredItem): QuarantinedRow[] {
  const [first] = stored.issues;
  if (first === undefined || (isProbe === true && stored.verdict === 'conflict')) return [];
  const place = { file: route, line: item.index + 1 };
  // What is wrong with it would tell what it says, the name of a field too.
  if (stored.isErased) return [{ ...place, column: null, code: 'erased', message: erasedSentence, raw: '' }];
  const { pointer, code, message } = first;
  return [{ ...place, column: pointer === '' ? null : pointer, code, message, raw: item.raw() }];
}

function summaryOf(
  jobs: readonly StoreJob[],
  counted: { readonly stored: readonly StoredItem[]; readonly accepted: number; readonly quarantined: number },
): ImportSummary {
  const { stored, accepted, quarantined } = counted;
  const duplicates = stored.filter(({ verdict }) => verdict === 'duplicate').length;
  const files = [...new Set(jobs.map(({ route }) => route))];
  return { files, read: accepted + duplicates + quarantined, accepted, duplicates, quarantined };
}

function resultsOf(
  jobs: readonly StoreJob[],
  stored: readonly StoredItem[],
  { id, recordSecret }: ImportSession,
): readonly StoreResult[] {
  let next = 0;
  return jobs.map((job) => {
    const items = stored.slice(next, next + job.items.length);
    next += job.items.length;
    const hasNew = items.some(({ verdict }) => verdict === 'accepted');
    return { import: hasNew ? id : null, items, secret: recordSecret };
  });
}

import { type IngestAnswer, type ItemIssue, type ItemVerdict, routes } from '@sameteam/api';
import type { SentItem } from '../cloud-events/decode-events.ts';
import { attributeOf, type CheckedItem, checkedItem } from './checked-item.ts';
import type { IngestWork } from './ingest-work.ts';
import type { StoredItem } from './store-jobs.ts';

/** Issues that are told in one answer: beyond them each item tells its first, so that a small request gets no huge answer. */
const mostIssues = 20_000;

const route = routes.ingest.path;

/** Checks and stores events, and says of each what became of it. */
export async function takeEvents(work: IngestWork, sent: readonly SentItem[]): Promise<IngestAnswer> {
  const receivedMs = work.clock();
  const items = sent.map((item, index) => checkedItem(item, index, receivedMs));
  const result = items.length === 0 ? { import: null, items: [] } : await work.store({ route, items });
  let told = 0;
  const verdicts = items.map((item, index) => {
    const stored = result.items[index] as StoredItem;
    const issues = told < mostIssues ? stored.issues : stored.issues.slice(0, 1);
    told += issues.length;
    const verdict = itemVerdict(item, stored, issues);
    const raw = stored.isErased ? () => '' : item.raw;
    work.arrived({ ...verdict, route, raw, receivedMs, event: item.value });
    return verdict;
  });
  const count = (wanted: ItemVerdict['verdict']) => verdicts.filter(({ verdict }) => verdict === wanted).length;
  return {
    received: items.length,
    accepted: count('accepted'),
    duplicates: count('duplicate'),
    quarantined: count('quarantined'),
    import: result.import,
    items: verdicts,
  };
}

function itemVerdict(
  { index, value }: CheckedItem,
  { verdict }: StoredItem,
  issues: readonly ItemIssue[],
): ItemVerdict {
  return {
    index,
    verdict: verdict === 'accepted' || verdict === 'duplicate' ? verdict : 'quarantined',
    source: attributeOf(value, 'source'),
    id: attributeOf(value, 'id'),
    subject: attributeOf(value, 'subject'),
    issues,
  };
}

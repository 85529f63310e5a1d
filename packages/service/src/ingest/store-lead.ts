import { routes } from '@sameteam/api';
import { plainInstant } from '@sameteam/connectors/flat';
import type { StoredEvent } from '@sameteam/metrics';
import type { EventOf } from '@sameteam/model';
import type { StoredItem, StoreJob, StoreResult } from './store-jobs.ts';

/** The event that a flat lead became. */
export type SentLead = EventOf<'lead.captured'>;

/** Where flat leads are stored. */
export interface LeadStore {
  /** Resolves once the items of the job are on disk. */
  readonly store: (job: StoreJob) => Promise<StoreResult>;
  /** The event with the source and the id of this one, as it stands now; `null` where there is none. */
  readonly standing: (event: SentLead) => Promise<StoredEvent | null>;
}

/** What became of it, and the earlier one that it repeats or contradicts. */
export interface StoredLead extends StoredItem {
  readonly earlier: StoredEvent | null;
}

/**
 * Stores the event of a flat lead. Sent again without a time, it is at another time than before, and would contradict
 * itself: then the time of the one that stands is taken, and what is left to differ is what the sender has changed.
 */
export async function storeLead(
  { store, standing }: LeadStore,
  { event, timeGiven, raw }: { readonly event: SentLead; readonly timeGiven: boolean; readonly raw: () => string },
): Promise<StoredLead> {
  const storeAs = async (sent: SentLead, isProbe: boolean): Promise<StoredItem> => {
    const item = { value: sent, raw, index: 0, event: sent, issues: [], subjects: [sent.subject] };
    const { items } = await store({ route: routes.addLead.path, items: [item], isProbe });
    return items[0] as StoredItem;
  };
  const first = await storeAs(event, !timeGiven);
  if (first.verdict === 'accepted' || first.verdict === 'erased') return { ...first, earlier: null };
  const earlier = await standing(event);
  if (first.verdict === 'duplicate' || timeGiven) return { ...first, earlier };
  const again = earlier === null ? event : { ...event, time: plainInstant(earlier.timeMs) };
  const second = await storeAs(again, false);
  return { ...second, earlier: second.verdict === 'accepted' ? null : earlier };
}

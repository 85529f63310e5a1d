import type { ItemIssue } from '@sameteam/api/client';

/** Something that arrived, and what became of it, as it is shown. */
export interface Arrival {
  /** Counted from 1 since the start; good and bad together. */
  readonly number: number;
  /** When it came, ISO 8601. */
  readonly at: string;
  /** An event, a flat lead, or a request that could not be read at all. */
  readonly kind: 'event' | 'lead' | 'request';
  readonly verdict: 'accepted' | 'duplicate' | 'quarantined' | 'refused';
  /** As far as it could be read; `null` otherwise. So are `id`, `subject` and `type`. */
  readonly source: string | null;
  readonly id: string | null;
  readonly subject: string | null;
  /** Type of the event. */
  readonly type: string | null;
  /** Why it was not taken; the pointer of a flat lead's field is its name after a slash. */
  readonly issues: readonly ItemIssue[];
  /** What was taken and could be better. */
  readonly hints: readonly ItemIssue[];
  /** The answer in a sentence; `null` where the verdict says it all. */
  readonly message: string | null;
  /** What was sent, indented where it is JSON, and cut where it is long. */
  readonly received: string;
}

/** An arrival before it is counted. */
export type NewArrival = Omit<Arrival, 'number' | 'at'>;

/** Whether it was taken, now or before. */
export function isGood({ verdict }: Pick<Arrival, 'verdict'>): boolean {
  return verdict === 'accepted' || verdict === 'duplicate';
}

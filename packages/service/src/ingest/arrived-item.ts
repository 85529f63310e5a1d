import type { ItemIssue } from '@sameteam/api';

/** An item that arrived, for somebody who watches, once what became of it is on disk. */
export interface ArrivedItem {
  /** `/v1/events` or `/v1/leads`. */
  readonly route: string;
  /** Place in its request, from 0. */
  readonly index: number;
  /** The beginning of it as text; empty where nothing may be kept of it, as its subject was erased. */
  readonly raw: string;
  readonly verdict: 'accepted' | 'duplicate' | 'quarantined';
  /** As far as they could be read. */
  readonly source: string | null;
  readonly id: string | null;
  readonly subject: string | null;
  /** Why it is in quarantine; empty otherwise. The pointer into a flat lead is a slash and the field. */
  readonly issues: readonly ItemIssue[];
  /** When the request came, UTC milliseconds. */
  readonly receivedMs: number;
}

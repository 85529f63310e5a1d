import { eventRank } from '@sameteam/model';
import { leadFold } from './lead-fold.ts';

/** Ranks of the events whose data a fold reads. */
export const foldRanks = {
  captured: eventRank('lead.captured'),
  updated: eventRank('lead.updated'),
  qualified: eventRank('lead.qualified'),
  assigned: eventRank('lead.assigned'),
  converted: eventRank('lead.converted'),
  reset: eventRank('lead.stage_reset'),
  opened: eventRank('opportunity.opened'),
  reopened: eventRank('opportunity.reopened'),
  won: eventRank('opportunity.won'),
  linked: eventRank('record.linked'),
  unlinked: eventRank('record.unlinked'),
  retracted: eventRank('event.retracted'),
} as const;

/** A value that an event sets: text, an explicit null that clears, or `undefined` for nothing said (rule 13). */
export type Said = string | null | undefined;

/** Reads a path of an event's data as text. */
export function said(data: unknown, path: readonly string[]): Said {
  let at: unknown = data;
  for (const name of path) {
    if (at === null) return null;
    if (typeof at !== 'object') return undefined;
    at = Object.hasOwn(at, name) ? (at as Record<string, unknown>)[name] : undefined;
  }
  return typeof at === 'string' || at === null ? at : undefined;
}

/** What the events of a capture or an update say of each field of `leadFold.capture`. */
export function saidOfCapture(data: unknown): readonly Said[] {
  return leadFold.capture.map(({ path }) => said(data, path));
}

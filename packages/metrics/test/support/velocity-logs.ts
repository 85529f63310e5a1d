import type { LeadEvent } from '@sameteam/model';
import { assigned, attempted, automated, captured, deal, handedOff, opened, won } from './events.ts';
import { after } from './journey.ts';

/**
 * Attempts 1, 3 and 26 hours after the first owner of each hand-off: 1, 3 and 10 working hours, since the last one is on
 * the next day.
 */
export const firstAttempts: readonly LeadEvent[] = [
  ...['ann', 'ben', 'mail', 'hasty'].map((lead) => handedOff(lead, '2026-01-05T08:00:00Z')),
  ...['ann', 'ben', 'mail'].map((lead) => assigned(lead, '2026-01-05T09:00:00Z', 'sam')),
  automated('ann', '2026-01-05T09:01:00Z'),
  attempted('ann', '2026-01-05T09:30:00Z', { direction: 'inbound' }),
  attempted('ann', '2026-01-05T10:00:00Z', { connected: false }),
  attempted('ann', '2026-01-05T11:00:00Z'),
  assigned('ben', '2026-01-05T11:30:00Z', 'sue'),
  attempted('ben', '2026-01-05T12:00:00Z'),
  handedOff('ann', '2026-01-12T09:00:00Z'),
  assigned('ann', '2026-01-12T09:00:00Z', 'sam'),
  attempted('ann', '2026-01-13T11:00:00Z'),
  automated('mail', '2026-01-05T10:00:00Z'),
  // Called before anybody owned the lead.
  attempted('hasty', '2026-01-05T08:30:00Z'),
  assigned('hasty', '2026-01-05T09:00:00Z', 'sam'),
  // Nobody was assigned in the hand-off.
  assigned('owned', '2026-01-05T07:00:00Z', 'sam'),
  handedOff('owned', '2026-01-05T08:00:00Z'),
  attempted('owned', '2026-01-05T16:00:00Z'),
];

/** 2.5, 4 and 6 hours until somebody owned the lead; 1.5, 3 and 5 working hours, since work begins at 9. */
export const firstOwners: readonly LeadEvent[] = [
  handedOff('ann', '2026-01-05T08:00:00Z'),
  assigned('ann', '2026-01-05T10:30:00Z', 'sam'),
  assigned('ann', '2026-01-05T20:00:00Z', 'sue'),
  handedOff('ann', '2026-01-12T08:00:00Z'),
  assigned('ann', '2026-01-12T14:00:00Z', 'sam'),
  handedOff('ben', '2026-01-05T08:00:00Z'),
  assigned('ben', '2026-01-05T09:00:00Z', null),
  assigned('ben', '2026-01-05T12:00:00Z', 'sam'),
  // Owned before the hand-off, and never: neither was routed after it.
  assigned('cat', '2026-01-05T07:00:00Z', 'sam'),
  handedOff('cat', '2026-01-05T08:00:00Z'),
  handedOff('dan', '2026-01-05T08:00:00Z'),
];

/** Two, ten and one hours from the capture to the first attempt of a person. */
export const firstCalls: readonly LeadEvent[] = [
  ...['ann', 'ben', 'cat', 'never'].map((lead) => captured(lead, '2026-01-05T09:00:00Z')),
  automated('ann', '2026-01-05T09:01:00Z'),
  attempted('ann', '2026-01-05T10:00:00Z', { connected: false }),
  attempted('ann', '2026-01-06T10:00:00Z'),
  handedOff('ann', '2026-01-07'),
  attempted('ann', '2026-01-09'),
  attempted('ben', '2026-01-05T09:30:00Z', { direction: 'inbound' }),
  attempted('ben', '2026-01-05T11:00:00Z'),
  // The night counts: it is elapsed time.
  attempted('cat', '2026-01-05T19:00:00Z'),
  // Called before it was captured.
  attempted('early', '2026-01-05T08:00:00Z'),
  captured('early', '2026-01-05T09:00:00Z'),
];

/** Deals that were won 10, 30 and 100 days after they were opened, and some that do not count. */
export const salesCycles: readonly LeadEvent[] = [
  opened('ten', after(0), ['ann']),
  won('ten', after(10), []),
  opened('thirty', after(0), ['ann']),
  won('thirty', after(5), []),
  deal('reopened', 'thirty', after(6)),
  won('thirty', after(30), []),
  opened('hundred', after(0), []),
  won('hundred', after(100), []),
  // Never opened, lost, or still open.
  won('skipped', after(20), ['ben']),
  opened('lost', after(0), ['ben']),
  deal('lost', 'lost', after(1)),
  opened('open', after(0), ['ben']),
];

import type { LeadEvent, StageId } from '@sameteam/model';
import { captured, handedOff, leadEvent, opened, qualified, won } from './events.ts';

/** When a lead came to each of its stages, and where it came from. */
export interface Journey extends Partial<Readonly<Record<StageId, string>>> {
  readonly channel?: string;
}

const eventOf: Readonly<Record<StageId, (lead: string, time: string, journey: Journey) => LeadEvent>> = {
  captured: (lead, time, { channel }) => captured(lead, time, channel),
  mql: (lead, time) => qualified(lead, time),
  handed_off: (lead, time) => handedOff(lead, time),
  sal: (lead, time) => leadEvent('accepted', lead, time),
  sql: (lead, time) => leadEvent('sales_qualified', lead, time),
  opportunity: (lead, time) => opened(lead, time, [lead]),
  won: (lead, time) => won(lead, time, [lead]),
};

/**
 * The events of one lead by its stages; its opportunity has the name of the lead.
 * @example journey('ann', { captured: '2026-01-01', mql: '2026-01-03', won: '2026-02-01' })
 */
export function journey(lead: string, times: Journey): readonly LeadEvent[] {
  return Object.entries(eventOf).flatMap(([stage, make]) => {
    const time = times[stage as StageId];
    return time === undefined ? [] : [make(lead, time, times)];
  });
}

/**
 * The instant so many days of 24 hours after 1 January 2026, 00:00 UTC.
 * @example after(1.5) // '2026-01-02T12:00:00.000Z'
 */
export function after(days: number): string {
  return new Date(Date.UTC(2026, 0, 1) + Math.round(days * 86_400_000)).toISOString();
}

import { EventLog, type RecordedEvent } from '../journey/event-log.ts';
import { Random } from '../random/random.ts';
import { berlinMidnightMs, hourMs } from '../time/berlin-time.ts';
import { dayText } from '../time/instant-text.ts';
import { campaignChannels, campaignsOf } from '../world/campaigns.ts';
import { channels } from '../world/channels.ts';
import { firstDayOf } from '../world/month-of-arrivals.ts';
import type { Roster } from '../world/roster.ts';
import { channelMix } from '../world/volume.ts';

/** What the events of the company itself, rather than of its leads, depend on. */
export interface CompanyEventsOptions {
  readonly seed: number;
  readonly drift: boolean;
  /** The company's first month, as year * 12 + month from 0. */
  readonly firstMonth: number;
  readonly untilMs: number;
  readonly write: (timeMs: number) => string;
  readonly roster: Roster;
  readonly leadsBefore: (month: number) => number;
}

/** Who works where, from the first day on: one event for each rep who comes and one, a month ahead, for each who goes. */
export function rosterEvents({
  seed,
  firstMonth,
  untilMs,
  write,
  roster,
}: CompanyEventsOptions): readonly RecordedEvent[] {
  const startMs = berlinMidnightMs(firstDayOf(firstMonth));
  const log = new EventLog({ key: 'roster', fromMs: startMs, untilMs, random: new Random(seed, 0x4057), write });
  for (const { id, name, team, fromDay, untilDay } of roster.reps) {
    const subject = `rep/${id}` as const;
    const from = dayText(fromDay);
    const comesMs = Math.max(berlinMidnightMs(fromDay) + 8 * hourMs, startMs);
    log.add(
      'roster.changed',
      { calendar: 'berlin', capacity: team === 'sdr' ? 60 : 40, from, name, team },
      { at: comesMs, system: 'people', subject },
    );
    const toldMs = Math.max(berlinMidnightMs(untilDay - 30) + 8 * hourMs, comesMs + hourMs);
    log.add(
      'roster.changed',
      { from, name, team, until: dayText(untilDay) },
      { at: toldMs, system: 'people', subject },
    );
  }
  return log.recorded();
}

/**
 * Campaigns planned and paid in a month: the next quarter's in the middle of the last month before it, the first one's on
 * the first day; what a month cost is known on the third day of the next.
 * @param month months since the company's start, from 0
 */
export function campaignEvents(month: number, options: CompanyEventsOptions): readonly RecordedEvent[] {
  const { seed, firstMonth, untilMs, write } = options;
  const calendarMonth = firstMonth + month;
  const midnight = (day: number) => berlinMidnightMs(firstDayOf(calendarMonth) + day);
  const random = new Random(seed, month, 0xca);
  const log = new EventLog({ key: `campaigns-${calendarMonth}`, fromMs: midnight(0), untilMs, random, write });
  if (month === 0) plan(log, Math.floor(calendarMonth / 3), { options, at: midnight(0) + hourMs });
  if (calendarMonth % 3 === 2) plan(log, Math.floor(calendarMonth / 3) + 1, { options, at: midnight(14) + 9 * hourMs });
  const from = dayText(firstDayOf(calendarMonth));
  const to = dayText(firstDayOf(calendarMonth + 1) - 1);
  const at = berlinMidnightMs(firstDayOf(calendarMonth + 1) + 2) + 9 * hourMs;
  for (const channel of campaignChannels) {
    const expected = expectedCost(channel, month, options);
    for (const { name, weight } of campaignsOf(channel, Math.floor(calendarMonth / 3))) {
      const amountMinor = Math.round((expected * weight * random.between(0.88, 1.12)) / 100) * 100;
      log.add(
        'campaign.spent',
        { cost: { amountMinor, currency: 'EUR' }, from, to },
        { at, system: 'finance', subject: `campaign/${name}` },
      );
    }
  }
  return log.recorded();
}

function plan(
  log: EventLog,
  quarter: number,
  { options, at }: { readonly options: CompanyEventsOptions; readonly at: number },
): void {
  const firstMonth = Math.max(quarter * 3, options.firstMonth);
  const months = Array.from({ length: quarter * 3 + 3 - firstMonth }, (_, n) => firstMonth + n - options.firstMonth);
  for (const channel of campaignChannels) {
    const cost = months.reduce((sum, month) => sum + expectedCost(channel, month, options), 0);
    const leads = months.reduce((sum, month) => sum + expectedLeads(channel, month, options), 0);
    for (const { name, weight } of campaignsOf(channel, quarter)) {
      const data = {
        budget: { amountMinor: Math.round((cost * weight) / 10_000) * 10_000, currency: 'EUR' },
        by: 'marketing',
        channel,
        endsOn: dayText(firstDayOf(quarter * 3 + 3) - 1),
        expectedLeads: Math.round(leads * weight),
        name,
        startsOn: dayText(firstDayOf(firstMonth)),
      };
      log.add('campaign.planned', data, { at, system: 'automation', subject: `campaign/${name}` });
    }
  }
}

function expectedLeads(channel: string, month: number, { drift, leadsBefore }: CompanyEventsOptions): number {
  const index = channels.findIndex(({ id }) => id === channel);
  return (leadsBefore(month + 1) - leadsBefore(month)) * (channelMix({ month, drift })[index] as number);
}

function expectedCost(channel: string, month: number, options: CompanyEventsOptions): number {
  const perLead = channels.find(({ id }) => id === channel)?.costPerLeadMinor ?? 0;
  return expectedLeads(channel, month, options) * perLead;
}

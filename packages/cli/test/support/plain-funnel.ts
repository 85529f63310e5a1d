import { Temporal } from 'temporal-polyfill';
import type { ExportRow, OlistExport } from './olist-export.ts';

/** What a report says of one group: `[value, numerator, denominator, excluded]`. */
export type PlainFigure = readonly [number | null, number | null, number | null, number];

interface PlainLead {
  readonly channel: string | null;
  readonly month: string;
  /** Whole seconds from first contact to won; `null` where it was not won. */
  readonly seconds: number | null;
}

const zone = 'America/Sao_Paulo';
const none = '(none)';

/** The address of a figure in `plainFunnel`. */
export function figureKey(
  metric: string,
  channel: string | null | undefined,
  month: string | null | undefined,
): string {
  return [metric, channel === undefined ? '*' : (channel ?? none), month ?? '*'].join(' | ');
}

/**
 * The funnel of an export by channel and by month of first contact, computed by plain code: the oracle that an import of
 * this export is held to. Every combination of channel and month that occurs is there, empty ones with zero.
 */
export function plainFunnel(given: OlistExport): ReadonlyMap<string, PlainFigure> {
  const leads = plainLeads(given);
  const channels = [...new Set(leads.map(({ channel }) => channel)), undefined];
  const months = [...new Set(leads.map(({ month }) => month)), undefined];
  const figures = new Map<string, PlainFigure>();
  for (const channel of channels) {
    for (const month of months) {
      const group = leads.filter(
        (lead) => (channel === undefined || lead.channel === channel) && (month === undefined || lead.month === month),
      );
      for (const [metric, figure] of Object.entries(figuresOf(group)))
        figures.set(figureKey(metric, channel, month), figure);
    }
  }
  return figures;
}

function plainLeads({ leads, deals }: OlistExport): readonly PlainLead[] {
  const won = new Map(deals.filter(({ won_date: date }) => date !== '').map((deal) => [deal.mql_id, instantOf(deal)]));
  return leads.map(({ mql_id: id, first_contact_date: date = '', origin }) => {
    const captured = Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
    const wonMs = won.get(id);
    return {
      channel: origin === '' || origin === undefined ? null : origin,
      month: date.slice(0, 7),
      seconds: wonMs === undefined ? null : Math.floor((wonMs - captured) / 1000),
    };
  });
}

function instantOf({ won_date: date = '' }: ExportRow): number {
  return Temporal.PlainDateTime.from(date.replace(' ', 'T')).toZonedDateTime(zone).epochMilliseconds;
}

function figuresOf(group: readonly PlainLead[]): Readonly<Record<string, PlainFigure>> {
  const won = group.flatMap(({ seconds }) => (seconds === null ? [] : [seconds]));
  const possible = won.filter((seconds) => seconds >= 0).sort((a, b) => a - b);
  const impossible = won.length - possible.length;
  const rate = (hits: number, of: number): number | null => (of === 0 ? null : hits / of);
  const within = (days: number): PlainFigure => {
    const hits = possible.filter((seconds) => seconds <= days * 86_400).length;
    const of = group.length - impossible;
    return [rate(hits, of), hits, of, impossible];
  };
  return {
    captured: [group.length, group.length, null, 0],
    won: [won.length, won.length, null, 0],
    lead_to_win_rate: [rate(won.length, group.length), won.length, group.length, 0],
    days_to_won_median: [quantile(possible, 0.5), null, possible.length, impossible],
    days_to_won_p90: [quantile(possible, 0.9), null, possible.length, impossible],
    won_within_30_days: within(30),
    won_within_90_days: within(90),
  };
}

/** Type 7 quantile of ascending seconds, in days. */
function quantile(seconds: readonly number[], share: number): number | null {
  if (seconds.length === 0) return null;
  const at = (seconds.length - 1) * share;
  const low = seconds[Math.floor(at)] as number;
  const high = seconds[Math.ceil(at)] as number;
  return (low + (high - low) * (at - Math.floor(at))) / 86_400;
}

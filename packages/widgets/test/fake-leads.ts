import type { LeadRow, MetricDefinition } from '@sameteam/api/client';

/** A stage of a lead. */
export type StageId = Extract<MetricDefinition['measure'], { readonly kind: 'count' }>['stage'];

export const stages: readonly StageId[] = ['captured', 'mql', 'handed_off', 'sal', 'sql', 'opportunity', 'won'];

const dayMs = 86_400_000;

/** Leads, wins and channel: public aggregate figures of the Olist marketing funnel. */
const channels: readonly (readonly [channel: string | null, leads: number, won: number])[] = [
  ['organic_search', 2296, 271],
  ['paid_search', 1586, 195],
  ['social', 1350, 75],
  ['unknown', 1099, 179],
  ['direct_traffic', 499, 56],
  ['email', 493, 15],
  ['referral', 284, 24],
  ['other', 150, 4],
  ['display', 118, 6],
  ['other_publicities', 65, 3],
  [null, 60, 14],
];

/** Leads and wins by month of capture, from the same source. */
const months: readonly (readonly [month: string, leads: number, won: number])[] = [
  ['2017-06', 4, 0],
  ['2017-07', 239, 2],
  ['2017-08', 386, 9],
  ['2017-09', 312, 7],
  ['2017-10', 416, 14],
  ['2017-11', 445, 18],
  ['2017-12', 200, 11],
  ['2018-01', 1141, 152],
  ['2018-02', 1028, 149],
  ['2018-03', 1174, 167],
  ['2018-04', 1352, 183],
  ['2018-05', 1303, 130],
];

const owners = ['rep/ana', 'rep/bruno', 'rep/carla', 'rep/davi'];

/** A seeded generator of numbers in [0, 1): mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function shuffled<T>(items: readonly T[], next: () => number): T[] {
  const copy = [...items];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
  }
  return copy;
}

/** 8,000 leads, 842 won, whose margins by channel and by month are true ones; everything between is made up. */
export function fakeLeads(): readonly LeadRow[] {
  const next = random(7);
  const monthsOf = (count: (row: (typeof months)[number]) => number) =>
    shuffled(
      months.flatMap((row) => Array.from({ length: count(row) }, () => row[0])),
      next,
    );
  const wonMonths = monthsOf(([, , won]) => won);
  const openMonths = monthsOf(([, leads, won]) => leads - won);
  let number = 0;
  return channels.flatMap(([channel, leads, won]) =>
    Array.from({ length: leads }, (_, i) => {
      const isWon = i < won;
      const month = (isWon ? wonMonths : openMonths).pop() ?? '2018-05';
      return fakeLead({ number: ++number, channel, month, isWon, next });
    }),
  );
}

function fakeLead(about: {
  readonly number: number;
  readonly channel: string | null;
  readonly month: string;
  readonly isWon: boolean;
  readonly next: () => number;
}): LeadRow {
  const { number, channel, month, isWon, next } = about;
  const day = 1 + Math.floor(next() * 28);
  const captured = Date.parse(`${month}-${String(day).padStart(2, '0')}T13:00:00Z`);
  const isReversed = number === 1;
  const reach = isWon
    ? stages.length - 1
    : Math.min(stages.length - 2, Math.floor(stages.length * next() ** 3.2 * 0.86));
  const spanDays = Math.min(-21 * Math.log(1 - next()), 160, (Date.parse('2018-07-14') - captured) / dayMs);
  const skips = next() < 0.18 ? 1 + Math.floor(next() * 3) : 0;
  const reachedAt = (at: number): string | null => {
    if (at > reach) return null;
    if (at > 0 && at < reach && at <= skips) return null;
    const ms = captured + (isReversed ? -3 : (spanDays * at) / (stages.length - 1)) * dayMs * (at === 0 ? 0 : 1);
    return new Date(ms).toISOString();
  };
  const isPaid = channel === 'paid_search' || channel === 'social' || channel === 'display';
  return {
    lead: `lead/${String(number).padStart(5, '0')}`,
    source: {
      channel,
      medium: isPaid ? 'cpc' : null,
      campaign: isPaid ? (next() < 0.6 ? 'spring_sellers' : 'logistics_guide') : null,
      landingPage: null,
      motion: 'inbound',
    },
    segment: next() < 0.12 ? 'partner' : null,
    owner: reach >= 2 ? (owners[Math.floor(next() * owners.length)] ?? null) : null,
    readiness: reach >= 3 ? 'hot' : reach >= 1 ? 'warm' : 'raw',
    stages: Object.fromEntries(stages.map((stage, at) => [stage, reachedAt(at)])),
    implied: stages.filter((_, at) => at > 0 && at < reach && at <= skips),
    impossibleOrder: isReversed,
  };
}

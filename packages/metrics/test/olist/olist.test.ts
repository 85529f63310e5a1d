import { existsSync, readFileSync } from 'node:fs';
import { appendEvents, type Engine, parsePlan, type ReportRow } from '@sameteam/metrics';
import { type LeadEvent, validateEvent } from '@sameteam/model';
import { parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { alike } from '../support/alike.ts';
import { engines } from '../support/engines.ts';

// The licence does not allow the files into this tree; without them these tests are reported as skipped.
const folder = new URL('../../../../../shared/data/olist/', import.meta.url);
const zone = 'America/Sao_Paulo';
const agreement = agreementWith({ timeZone: zone, currency: 'BRL' });

const rowsOf = (file: string): readonly Readonly<Record<string, string>>[] =>
  parse(readFileSync(new URL(file, folder)), { columns: true });

function eventOf(event: object): LeadEvent {
  const result = validateEvent({ specversion: '1.0', source: 'olist', ...event });
  if (!result.success) throw new Error(JSON.stringify(result.issues));
  return result.event;
}

/** Both files as events; a date is the start of that day in São Paulo, a timestamp is local time there. */
function olistEvents(): readonly LeadEvent[] {
  const captured = rowsOf('olist_marketing_qualified_leads_dataset.csv').map((row) =>
    eventOf({
      type: 'lead.captured',
      id: `lead-${row.mql_id}`,
      subject: `lead/${row.mql_id}`,
      time: Temporal.PlainDate.from(row.first_contact_date as string)
        .toZonedDateTime(zone)
        .toInstant()
        .toString(),
      data: row.origin === '' ? {} : { source: { channel: row.origin } },
    }),
  );
  const won = rowsOf('olist_closed_deals_dataset.csv').map((row) =>
    eventOf({
      type: 'opportunity.won',
      id: `deal-${row.mql_id}`,
      subject: `opportunity/${row.mql_id}`,
      time: Temporal.PlainDateTime.from((row.won_date as string).replace(' ', 'T'))
        .toZonedDateTime(zone)
        .toInstant()
        .toString(),
      data: { leads: [`lead/${row.mql_id}`], owner: row.sr_id },
    }),
  );
  return [...captured, ...won];
}

/** Leads and wins by origin, and by month of first contact, as the data's own README has them. */
const byOrigin: readonly (readonly [string | null, number, number])[] = [
  ['direct_traffic', 499, 56],
  ['display', 118, 6],
  ['email', 493, 15],
  ['organic_search', 2296, 271],
  ['other', 150, 4],
  ['other_publicities', 65, 3],
  ['paid_search', 1586, 195],
  ['referral', 284, 24],
  ['social', 1350, 75],
  ['unknown', 1099, 179],
  [null, 60, 14],
];
const byMonth: readonly (readonly [string, number, number])[] = [
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

const funnel = ['captured', 'won', 'lead_to_win_rate'];
const times = ['days_to_won_median', 'days_to_won_p90', 'won_within_30_days', 'won_within_90_days'];
const requests = {
  funnel: { metrics: funnel },
  byOrigin: { metrics: funnel, by: ['source.channel'] },
  byMonth: { metrics: funnel, by: ['month'] },
  times: { metrics: times },
};

describe.skipIf(!existsSync(folder))('the Olist funnel', () => {
  const opened: { readonly name: string; readonly engine: Engine; impossibleOrder: number }[] = [];
  const plan = (request: Parameters<typeof parsePlan>[0]) => parsePlan(request, { zone, nowMs: Date.UTC(2019, 0, 1) });

  beforeAll(async () => {
    const events = olistEvents();
    for (const { name, open } of engines) {
      const engine = await open(agreement);
      const { outcome } = await appendEvents(engine, events, {
        recordedMs: Date.UTC(2019, 0, 1),
      });
      opened.push({ name, engine, impossibleOrder: outcome.impossibleOrder });
    }
  });

  afterAll(async () => {
    for (const { engine } of opened) await engine.close();
  });

  it('gives the same rows on every engine', async () => {
    for (const request of Object.values(requests)) {
      const [first, ...others] = await Promise.all(opened.map(({ engine }) => engine.run(plan(request))));
      for (const rows of others) expect(alike(rows, first ?? [])).toEqual(first);
    }
  });

  describe.each(engines.map(({ name }) => name))('on %s', (name) => {
    const engine = () => opened.find((each) => each.name === name)?.engine as Engine;
    const rows = async (request: keyof typeof requests): Promise<readonly ReportRow[]> =>
      engine().run(plan(requests[request]));

    it('has 8,000 leads, 842 won: 10.525 %, between 9.87 and 11.22', async () => {
      const [captured, won, rate] = await rows('funnel');
      expect([captured?.value, won?.value]).toEqual([8000, 842]);
      expect(rate).toMatchObject({ value: 0.10525, numerator: 842, denominator: 8000, excluded: 0, implied: 0 });
      expect(rate?.low).toBeCloseTo(0.0987, 4);
      expect(rate?.high).toBeCloseTo(0.1122, 4);
    });

    it('has the table by origin, the 60 leads without one apart from `unknown`', async () => {
      const found = await rows('byOrigin');
      const table = (metric: string) =>
        found
          .filter((row) => row.metric === metric)
          .map(({ dimensions, value }) => [dimensions['source.channel'], value]);
      expect(table('captured')).toEqual(byOrigin.map(([origin, leads]) => [origin, leads]));
      expect(table('won')).toEqual(byOrigin.map(([origin, , won]) => [origin, won]));
      expect(table('lead_to_win_rate')).toEqual(byOrigin.map(([origin, leads, won]) => [origin, won / leads]));
    });

    it('has the months of first contact, in São Paulo', async () => {
      const found = await rows('byMonth');
      const table = (metric: string) =>
        found.filter((row) => row.metric === metric).map(({ dimensions, value }) => [dimensions.month, value]);
      expect(table('captured')).toEqual(byMonth.map(([month, leads]) => [month, leads]));
      expect(table('won')).toEqual(byMonth.map(([month, , won]) => [month, won]));
      expect(table('lead_to_win_rate')).toEqual(byMonth.map(([month, leads, won]) => [month, won / leads]));
    });

    it('has the times to a win, without the one that came before the first contact', async () => {
      const [median, p90, within30, within90] = await rows('times');
      expect(median).toMatchObject({ unit: 'days', denominator: 841, excluded: 1 });
      expect(median?.value).toBeCloseTo(14.7222, 4);
      expect(p90).toMatchObject({ denominator: 841, excluded: 1 });
      expect(p90?.value).toBeCloseTo(162.7135, 4);
      expect(within30).toMatchObject({ numerator: 546, denominator: 7999, excluded: 1 });
      expect(within90).toMatchObject({ numerator: 690, denominator: 7999, excluded: 1 });
    });

    it('names the lead that was won before its first contact', async () => {
      const cell = { metric: 'days_to_won_median', dimensions: {}, part: 'excluded' as const };
      const { leads, total } = await engine().leads(plan(requests.times), cell, { limit: 10 });
      expect(total).toBe(1);
      expect(leads[0]).toMatchObject({ lead: 'lead/b91cf8812365f50ff4bda4bcd6206b05', impossibleOrder: true });
      expect(opened.find((each) => each.name === name)?.impossibleOrder).toBe(1);
    });

    it('has seven leads on the day without a midnight, and 33 wins on the day of first contact', async () => {
      const day = { metrics: ['captured'], from: '2017-10-15', to: '2017-10-15' };
      expect((await engine().run(plan(day)))[0]?.value).toBe(7);
      const wins = await engine().leads(
        plan({ metrics: ['won'] }),
        { metric: 'won', dimensions: {}, part: 'numerator' },
        { limit: 1000 },
      );
      const dayIn = (instant: string | null | undefined) =>
        Temporal.Instant.from(instant ?? '')
          .toZonedDateTimeISO(zone)
          .toPlainDate()
          .toString();
      const sameDay = wins.leads.filter(({ stages }) => dayIn(stages.captured) === dayIn(stages.won));
      expect(sameDay).toHaveLength(33);
    });
  });
});

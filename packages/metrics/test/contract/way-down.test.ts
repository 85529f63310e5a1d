import { parsePlan } from '@sameteam/metrics';
import { describe, expect, it } from 'vitest';
import { amount, captured, event, opened, qualified, won } from '../support/events.ts';
import { journey } from '../support/journey.ts';
import { nowMs, onEveryEngine } from '../support/team.ts';

const log = [
  ...journey('ann', { captured: '2026-01-03', mql: '2026-01-05', won: '2026-02-01', channel: 'email' }),
  ...journey('ben', { captured: '2026-01-02', mql: '2026-01-09', channel: 'email' }),
  ...journey('cat', { captured: '2026-01-02', channel: 'email' }),
  ...journey('dan', { captured: '2026-02-01', mql: '2026-02-02', channel: 'paid' }),
  qualified('eve', '2026-01-20'),
];

describe('every number leads down to its leads', () => {
  onEveryEngine((open) => {
    it('names the leads of each part of each cell, as many as the row says', async () => {
      const team = await open(log);
      const request = { metrics: ['captured_to_mql_rate'], by: ['source.channel', 'month'] };
      for (const row of await team.report(request)) {
        const cell = { dimensions: row.dimensions };
        expect(await team.names(request, { ...cell, part: 'numerator' })).toHaveLength(row.numerator as number);
        expect(await team.names(request, { ...cell, part: 'denominator' })).toHaveLength(row.denominator as number);
      }
      const january = { dimensions: { 'source.channel': 'email', month: '2026-01' } };
      expect(await team.names(request, { ...january, part: 'numerator' })).toEqual(['ben', 'ann']);
      expect(await team.names(request, { ...january, part: 'denominator' })).toEqual(['ben', 'cat', 'ann']);
      expect(await team.names(request, { dimensions: { 'source.channel': null, month: '2026-01' } })).toEqual(['eve']);
      expect(await team.names(request, { dimensions: { 'source.channel': 'paid', month: '2026-01' } })).toEqual([]);
    });

    it('keeps to the filters and the period of the report', async () => {
      const team = await open(log);
      const filters = [{ dimension: 'source.channel', in: ['email', 'paid'] }];
      const request = { metrics: ['qualified'], filters, from: '2026-01-03' };
      expect(await team.names(request)).toEqual(['ann', 'dan']);
    });

    it('orders by capture and subject, and pages without losing or repeating anybody', async () => {
      const many = [
        ...Array.from({ length: 25 }, (_, index) =>
          captured(`l${String(index % 5)}-${index}`, `2026-01-0${1 + (index % 3)}`),
        ),
        captured('😀', '2026-01-01'),
        captured('ﾮ', '2026-01-01'),
      ];
      const team = await open(many);
      const plan = parsePlan({ metrics: ['captured'] }, { zone: 'UTC', nowMs });
      const cell = { metric: 'captured', dimensions: {}, part: 'numerator' as const };
      const whole = (await team.engine.leads(plan, cell, { limit: 100 })).leads.map(({ lead }) => lead);
      const paged: string[] = [];
      let after: string | null = null;
      do {
        const page = await team.engine.leads(plan, cell, { limit: 4, ...(after === null ? {} : { after }) });
        expect(page.total).toBe(27);
        paged.push(...page.leads.map(({ lead }) => lead));
        after = page.next;
      } while (after !== null);
      expect(paged).toEqual(whole);
      expect(new Set(whole).size).toBe(27);
      expect(whole.slice(0, 3)).toEqual(['lead/l0-0', 'lead/l0-15', 'lead/l1-21']);
      expect(whole.slice(9, 11)).toEqual(['lead/ﾮ', 'lead/😀']);
    });

    it('orders leads without a capture by the time that their first stage implies', async () => {
      const team = await open([
        qualified('b', '2026-01-01'),
        qualified('a', '2026-01-02'),
        captured('z', '2026-01-03'),
      ]);
      expect(await team.names({ metrics: ['captured'] })).toEqual(['b', 'a', 'z']);
    });

    it('says everything that a page shows of a lead', async () => {
      const team = await open([
        ...log,
        event('lead.assigned', 'lead/ann', '2026-01-04', { to: 'sue' }),
        event('lead.qualified', 'lead/ann', '2026-01-06', { readiness: 'hot' }),
      ]);
      expect(await team.leadRow('ann')).toEqual({
        lead: 'lead/ann',
        source: { channel: 'email', medium: null, campaign: null, landingPage: null, motion: null },
        segment: null,
        owner: 'sue',
        readiness: 'hot',
        stages: {
          captured: '2026-01-03T00:00:00.000Z',
          mql: '2026-01-05T00:00:00.000Z',
          handed_off: '2026-02-01T00:00:00.000Z',
          sal: '2026-02-01T00:00:00.000Z',
          sql: '2026-02-01T00:00:00.000Z',
          opportunity: '2026-02-01T00:00:00.000Z',
          won: '2026-02-01T00:00:00.000Z',
        },
        implied: ['handed_off', 'sal', 'sql', 'opportunity'],
        impossibleOrder: false,
      });
    });

    it('names the leads of the deals behind bookings, each once, and those of wins without an amount as left out', async () => {
      const team = await open([
        ...log,
        won('o1', '2026-03-01', ['ann'], amount(1)),
        won('o2', '2026-03-02', ['ann', 'ben'], amount(1)),
        won('o3', '2026-03-03', ['cat']),
        won('o4', '2026-03-04', [], amount(1)),
      ]);
      const request = { metrics: ['bookings'], from: '2026-03-01' };
      // Of several leads a deal is counted with the one that was captured first.
      expect(await team.names(request)).toEqual(['ben', 'ann']);
      expect(await team.names(request, { part: 'excluded' })).toEqual(['cat']);
    });

    it.each(['numerator', 'excluded'] as const)('counts a lead once that has several deals in the %s', async (part) => {
      const team = await open([
        ...log,
        ...['o1', 'o2'].map((id, day) => won(id, `2026-03-0${day + 1}`, ['ann'], amount(1))),
        ...['o3', 'o4'].map((id, day) => won(id, `2026-03-0${day + 3}`, ['ann'])),
      ]);
      const plan = parsePlan({ metrics: ['bookings'], from: '2026-03-01' }, { zone: 'UTC', nowMs });
      const page = await team.engine.leads(plan, { metric: 'bookings', dimensions: {}, part }, { limit: 10 });
      expect(page.leads.map(({ lead }) => lead)).toEqual(['lead/ann']);
      expect(page.total).toBe(1);
    });

    it('gives an empty page for a part that a metric does not have', async () => {
      const team = await open(log);
      expect(await team.names({ metrics: ['captured'] }, { part: 'excluded' })).toEqual([]);
    });

    it('refuses a cell that does not belong to the report', async () => {
      const team = await open(log);
      const request = { metrics: ['captured'], by: ['month'] };
      const refused = (cell: Parameters<typeof team.names>[1]) => expect(team.names(request, cell)).rejects;
      await refused({ metric: 'won', dimensions: { month: '2026-01' } }).toThrow(
        'The cell does not belong to the report: metric "won". Take its metric and dimensions from a row.',
      );
      await refused({ dimensions: {} }).toThrow('no value is given for month');
      await refused({ dimensions: { month: '2026-13' } }).toThrow('"2026-13" is no month');
      await refused({ dimensions: { month: 'May' } }).toThrow('"May" is no month');
    });

    it('lists the events of a subject in their order, an opportunity like a lead', async () => {
      const team = await open([opened('deal', '2026-02-01', ['ann']), ...log, won('deal', '2026-01-01', ['ann'])]);
      const types = async (subject: string) => (await team.engine.events(subject)).map(({ type }) => type);
      expect(await types('lead/ann')).toEqual(['lead.captured', 'lead.qualified']);
      expect(await types('opportunity/deal')).toEqual(['opportunity.won', 'opportunity.opened']);
      expect(await types('lead/nobody')).toEqual([]);
    });

    it('lists the values of a dimension, most leads first, the missing one among them', async () => {
      const team = await open(log);
      expect(await team.engine.values('source.channel', 10)).toEqual([
        { value: 'email', leads: 3 },
        { value: 'paid', leads: 1 },
        { value: null, leads: 1 },
      ]);
      expect(await team.engine.values('source.channel', 1)).toEqual([{ value: 'email', leads: 3 }]);
      expect(await team.engine.values('month', 10)).toEqual([]);
    });

    it('lists owners and readiness as they are now, since few leads have any at capture', async () => {
      const team = await open([
        ...log,
        event('lead.assigned', 'lead/ann', '2026-01-04', { to: 'sue' }),
        event('lead.qualified', 'lead/ben', '2026-01-10', { readiness: 'hot' }),
      ]);
      expect(await team.engine.values('owner', 10)).toEqual([
        { value: null, leads: 4 },
        { value: 'sue', leads: 1 },
      ]);
      expect(await team.engine.values('readiness', 10)).toContainEqual({ value: 'hot', leads: 1 });
    });
  });
});

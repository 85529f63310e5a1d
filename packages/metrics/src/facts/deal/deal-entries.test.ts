import type { AgreementInput } from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';
import { factSchema } from '../schema/fact-schema.ts';
import type { FoldedLead, StoryEvent } from '../story/story.ts';
import { agreementWith, at, euros, leadOf, rulesOf, said, twoVersions } from './fixtures/story.ts';
import { foldOpportunity } from './fold-opportunity.ts';

type Sla = NonNullable<AgreementInput['sla']>;

const alive: Sla[string] = {
  of: 'sales',
  grain: 'opportunity',
  from: 'opportunity.opened',
  kept: ['opportunity.moved', 'opportunity.won', 'opportunity.lost'],
  within: '10d',
  repeat: true,
};
const withSla = (sla: Sla, more: Partial<AgreementInput> = {}) =>
  agreementWith({ teams: { marketing: {}, sales: {}, field: { partOf: 'sales' } }, sla, ...more });

const entriesOf = (
  sla: Sla,
  events: readonly StoryEvent[],
  leads: readonly FoldedLead[] = [],
  rules = rulesOf(withSla(sla)),
) => foldOpportunity({ opportunity: 'opportunity/o', events, leads }, rules).entries;

const opened = said('opportunity.opened', '2026-01-01', { owner: 'ann' });
const moved = (time: string) => said('opportunity.moved', time, { stage: time });

describe('dealEntries', () => {
  it('are none where no clause is about opportunities, or nothing happened', () => {
    expect(entriesOf({ cycles: { ...alive, grain: 'cycle' } }, [opened])).toEqual([]);
    expect(entriesOf({ alive }, [])).toEqual([]);
  });

  it('start again from each step, and not from the end', () => {
    const entries = entriesOf({ alive }, [
      opened,
      moved('2026-01-05'),
      moved('2026-01-20'),
      said('opportunity.won', '2026-01-21'),
      moved('2026-01-22'),
    ]);
    expect(
      entries.map((row) => [row.at_started, row.at_due, row.at_missed, row.at_satisfied, row.taken, row.ended]),
    ).toEqual([
      [at('2026-01-01'), at('2026-01-11'), at('2026-01-11') + 1000, at('2026-01-05'), 4 * 86_400, null],
      [at('2026-01-05'), at('2026-01-15'), at('2026-01-15') + 1000, at('2026-01-20'), 15 * 86_400, null],
      [at('2026-01-20'), at('2026-01-30'), at('2026-01-30') + 1000, at('2026-01-21'), 86_400, null],
    ]);
    expect(Object.keys(entries[0] ?? {}).sort()).toEqual(Object.keys(factSchema.entries).sort());
    expect(entries[0]).toMatchObject({
      opportunity: 'opportunity/o',
      lead: null,
      clause: 'sla.alive',
      owed_by: 'sales',
      side: 'sales',
      binding: 0,
      version: '1',
      owner: 'ann',
      cycle_number: null,
      routing: null,
    });
  });

  it('are not judged where the end comes first, unless it comes too late', () => {
    const step: Sla[string] = { ...alive, of: 'field', kept: ['opportunity.moved'], repeat: false };
    const ended = (time: string) => entriesOf({ step }, [opened, said('opportunity.lost', time)]);
    expect(ended('2026-01-08')).toMatchObject([
      { owed_by: 'field', side: 'sales', at_ended: at('2026-01-08'), ended: 'lost', at_satisfied: null },
    ]);
    expect(ended('2026-01-20')).toMatchObject([{ at_ended: null, ended: null, at_satisfied: null, taken: null }]);
  });

  it('are armed again by a reopening, and judged by the version of that instant', () => {
    const first = withSla({ alive: { ...alive, from: 'opportunity.moved', repeat: false } });
    const second = withSla(
      { alive: { ...alive, from: 'opportunity.moved', within: '5d', repeat: false } },
      { version: 2 },
    );
    const rules = rulesOf(first, { history: twoVersions(first, second, at('2026-02-01')) });
    const events = [
      opened,
      moved('2026-01-02'),
      said('opportunity.lost', '2026-01-03'),
      said('opportunity.reopened', '2026-02-02'),
      moved('2026-02-03'),
    ];
    expect(entriesOf({}, events, [], rules)).toMatchObject([
      {
        at_started: at('2026-01-02'),
        at_due: at('2026-01-12'),
        at_satisfied: at('2026-01-03'),
        version: '1',
        binding: 1,
      },
      { at_started: at('2026-02-03'), at_due: at('2026-02-08'), at_satisfied: null, version: '2', ended: null },
    ]);
  });

  it('can begin with the end, and end with a reopening', () => {
    const welcome: Sla[string] = { ...alive, from: 'opportunity.won', kept: { meeting: 'completed' }, repeat: false };
    const won = said('opportunity.won', '2026-02-01');
    const held = said('meeting.changed', '2026-02-04', { status: 'completed' });
    expect(entriesOf({ welcome }, [opened, won, held])).toMatchObject([
      { at_started: at('2026-02-01'), at_satisfied: at('2026-02-04') },
    ]);
    expect(entriesOf({ welcome }, [opened, won, said('opportunity.reopened', '2026-02-02'), held])).toMatchObject([
      { at_started: at('2026-02-01'), at_ended: at('2026-02-02'), ended: 'reopened', at_satisfied: null },
    ]);
  });

  it('are kept by attempts towards its leads once it is there, and end when one of them answers', () => {
    const call = { automated: false, channel: 'call', connected: false, direction: 'outbound' };
    const attempted = (time: string, more = {}) => said('lead.attempted', time, { ...call, ...more }, 'lead/l');
    const talks = [
      attempted('2025-12-30'),
      attempted('2026-01-04', { automated: true }),
      attempted('2026-01-05'),
      said('lead.replied', '2026-01-09', {}, 'lead/l'),
    ];
    const lead = leadOf({}, { talks });
    const called: Sla[string] = { ...alive, kept: { attempt: {} }, repeat: false };
    expect(entriesOf({ called }, [opened], [lead]).map((row) => [row.at_started, row.at_satisfied])).toEqual([
      [at('2026-01-01'), at('2026-01-05')],
    ]);
    const twice: Sla[string] = { ...called, kept: { attempts: 2 }, unless: ['replied'] };
    expect(entriesOf({ twice }, [opened], [lead]).map((row) => [row.at_satisfied, row.ended])).toEqual([
      [null, 'replied'],
    ]);
  });

  it('are kept by meetings about it and with its leads', () => {
    const meet: Sla[string] = { ...alive, kept: { meeting: 'completed' }, repeat: true, within: '20d' };
    const lead = leadOf(
      { lead: 'lead/a' },
      {
        meetings: [
          { opportunity: null, at_booked: at('2025-12-01'), at_held: at('2026-01-06') },
          { opportunity: 'opportunity/other', at_held: at('2026-01-02') },
          { opportunity: null, at_no_show: at('2026-01-03') },
        ],
      },
    );
    const own = said('meeting.changed', '2026-01-10', { status: 'completed' });
    expect(entriesOf({ meet }, [opened, own], [lead]).map((row) => [row.at_started, row.at_satisfied])).toEqual([
      [at('2026-01-01'), at('2026-01-06')],
      [at('2026-01-06'), at('2026-01-10')],
      [at('2026-01-10'), null],
    ]);
  });

  it('count working time of the owner, and apply to those that the clause names', () => {
    const sla: Sla = {
      big: { ...alive, applies: { field: 'opportunity.amount', atLeast: 1000 }, within: '1wd', repeat: false },
      partner: { ...alive, applies: { field: 'source.channel', is: 'partner' }, repeat: false },
      hot: { ...alive, applies: { readiness: 'hot' }, repeat: false },
    };
    const calendars = { default: { hours: '09:00-17:00' } };
    const rules = rulesOf(withSla(sla, { calendars, rates: { USD: 0.5, CHF: 2 } }));
    const clauses = (amount: object, lead: FoldedLead | null) =>
      entriesOf(
        {},
        [said('opportunity.opened', '2026-01-02T16:00:00Z', { amount })],
        lead === null ? [] : [lead],
        rules,
      );
    const entries = clauses(euros(1000), null);
    expect(entries.map(({ clause }) => clause)).toEqual(['sla.big']);
    // Friday 16:00 and a day of eight hours: an hour is left for the Friday.
    expect(entries[0]?.at_due).toBe(at('2026-01-05T16:00:00Z'));
    expect(clauses({ amountMinor: 199_998, currency: 'USD' }, null)).toEqual([]);
    expect(clauses({ amountMinor: 9e15, currency: 'CHF' }, null)).toEqual([]);
    const partner = leadOf({ channel: 'partner', at_mql: at('2026-01-01'), readiness_at_mql: 'hot' });
    expect(clauses(euros(1), partner).map(({ clause, readiness }) => [clause, readiness])).toEqual([
      ['sla.partner', 'hot'],
      ['sla.hot', 'hot'],
    ]);
  });

  it('keep why one was missed: of the last entry of the clause by then', () => {
    const events = [
      opened,
      moved('2026-01-20'),
      said('sla.explained', '2026-01-20', { clause: 'sla.alive', reason: 'sick_leave' }),
      said('sla.explained', '2026-02-20', { clause: 'sla.other', reason: 'x' }),
    ];
    expect(entriesOf({ alive }, events).map(({ explained }) => explained)).toEqual([null, 'sick_leave']);
  });
});

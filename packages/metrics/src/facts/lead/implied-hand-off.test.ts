import { type EventType, stages } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { agreementWith, at, rulesOf, said } from '../deal/fixtures/story.ts';
import type { Payload, StoryEvent } from '../story/story.ts';
import { foldLead } from './fold-lead.ts';

const lead = (type: EventType, time: string, payload: Payload = {}) => said(type, time, payload, 'lead/l');
const call = { automated: false, channel: 'call', connected: true, direction: 'outbound' };
const rules = rulesOf(
  agreementWith({
    sla: {
      first_attempt: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '1h' },
      decide: { of: 'sales', from: 'lead.handed_off', kept: ['lead.accepted'], within: '1h' },
      follow_up: { of: 'sales', from: 'lead.accepted', kept: { meeting: 'completed' }, within: '2d' },
    },
  }),
);
const fold = (...events: readonly StoryEvent[]) => foldLead({ lead: 'lead/l', events }, rules);
const handOff = 1 << stages.indexOf('handed_off');
const acceptance = 1 << stages.indexOf('sal');

describe('impliedHandOff', () => {
  it('opens a cycle by the decision about a lead that was never handed off, with what was done before it', () => {
    const {
      cycles,
      entries,
      lead: row,
    } = fold(
      lead('lead.qualified', '2026-03-01', { readiness: 'hot' }),
      lead('lead.assigned', '2026-03-02', { to: 'sam' }),
      lead('lead.attempted', '2026-03-03', call),
      lead('lead.accepted', '2026-03-04'),
      lead('lead.assigned', '2026-03-05', { to: 'sue' }),
      lead('lead.rejected', '2026-03-09', { reason: 'too_small' }),
    );
    expect(cycles).toHaveLength(1);
    expect(cycles[0]).toMatchObject({
      number: 1,
      implied: handOff,
      at_handed_off: at('2026-03-04'),
      at_assigned: at('2026-03-02'),
      at_attempted: at('2026-03-03'),
      attempts: 1,
      decision: 'accepted',
      at_rejected: at('2026-03-09'),
      ended: 'rejected',
      readiness: 'hot',
      cycle: 'first',
      owner_of_cycle: 'sam',
      worked_to_assigned: null,
      worked_to_decided: null,
    });
    expect(row.cycles).toBe(1);
    // No clock starts from a hand-off that was not recorded, nor from an assignment of it; from the acceptance one does.
    expect(entries.map(({ clause, routing, ended }) => [clause, routing, ended])).toEqual([
      ['sla.follow_up', null, null],
    ]);
  });

  it.each([
    ['lead.accepted', {}, handOff],
    ['lead.sales_qualified', {}, handOff | acceptance],
    ['lead.rejected', { reason: 'rival' }, handOff],
    ['lead.recycled', { reason: 'later' }, handOff],
  ] as const)('is said by %s', (type, payload, implied) => {
    const { cycles } = fold(lead('lead.captured', '2026-03-01'), lead(type, '2026-03-02', payload));
    expect(cycles.map((row) => [row.at_handed_off, row.implied])).toEqual([[at('2026-03-02'), implied]]);
  });

  it('is said by an opportunity of the lead, but not by one that was there before it', () => {
    const opened = (time: string) => said('opportunity.opened', time, { leads: ['lead/l'] });
    const { cycles } = fold(lead('lead.captured', '2026-03-02'), opened('2026-03-03'));
    expect(cycles[0]).toMatchObject({
      implied: handOff | acceptance,
      decision: 'accepted',
      at_opportunity: at('2026-03-03'),
    });
    expect(
      fold(opened('2026-03-01'), lead('lead.captured', '2026-03-02'), said('opportunity.won', '2026-03-09')).cycles,
    ).toEqual([]);
  });

  it('is said by a disqualification where the lead had been qualified or tried, and is marketing’s own otherwise', () => {
    const gone = lead('lead.disqualified', '2026-03-03', { reason: 'spam' });
    const captured = lead('lead.captured', '2026-03-01');
    expect(fold(captured, gone).cycles).toEqual([]);
    expect(fold(captured, lead('lead.attempted', '2026-03-02', { ...call, automated: true }), gone).cycles).toEqual([]);
    expect(fold(captured, lead('lead.attempted', '2026-03-02', call), gone).cycles).toHaveLength(1);
    expect(fold(captured, lead('lead.qualified', '2026-03-02'), gone).cycles[0]).toMatchObject({
      decision: 'disqualified',
      implied: handOff,
    });
  });

  it('comes before the first hand-off that was recorded, which is another one', () => {
    const { cycles } = fold(
      lead('lead.accepted', '2026-03-01'),
      lead('lead.handed_off', '2026-03-05', { from: 'sdr', to: 'sales' }),
      lead('lead.rejected', '2026-03-06', { reason: 'rival' }),
    );
    expect(cycles.map((row) => [row.number, row.cycle, row.implied, row.decision, row.ended])).toEqual([
      [1, 'first', handOff, 'accepted', 'handed_off'],
      [2, 'repeat', 0, 'rejected', 'rejected'],
    ]);
  });

  it('is taken back by a correction, with the decision', () => {
    const reset = (to: string) => lead('lead.stage_reset', '2026-03-09', { kind: 'correction', to });
    const accepted = lead('lead.accepted', '2026-03-02');
    expect(fold(accepted, reset('mql')).cycles).toEqual([]);
    expect(fold(lead('lead.rejected', '2026-03-02'), reset('mql')).cycles).toEqual([]);
    expect(fold(lead('lead.rejected', '2026-03-02'), reset('sal')).cycles).toHaveLength(1);
  });

  it('keeps the revisit of the recycling that says so', () => {
    const { lead: row } = fold(lead('lead.recycled', '2026-03-02', { revisitAt: '2026-06-01T00:00:00Z' }));
    expect([row.at_revisit, row.has_next_step]).toEqual([at('2026-06-01'), 1]);
  });
});

describe('an acceptance that was not recorded', () => {
  const handedOff = lead('lead.handed_off', '2026-03-01', { from: 'marketing', to: 'sales' });
  const row = (...events: readonly StoryEvent[]) => fold(handedOff, ...events).cycles[0];

  it('is implied by an SQL, and does not satisfy the promise to decide (rule 9)', () => {
    const { cycles, entries } = fold(handedOff, lead('lead.sales_qualified', '2026-03-02'));
    expect(cycles[0]).toMatchObject({ at_accepted: at('2026-03-02'), decision: 'accepted', implied: acceptance });
    expect(cycles[0]?.worked_to_decided).toBeNull();
    expect(entries.map(({ clause, at_satisfied }) => [clause, at_satisfied])).toEqual([['sla.decide', null]]);
  });

  it('stays where it is written down later, and is none after the lead was sent back', () => {
    expect(row(lead('lead.sales_qualified', '2026-03-02'), lead('lead.accepted', '2026-03-03'))).toMatchObject({
      at_accepted: at('2026-03-02'),
      implied: acceptance,
    });
    expect(row(lead('lead.rejected', '2026-03-02'), lead('lead.sales_qualified', '2026-03-03'))).toMatchObject({
      at_accepted: null,
      decision: 'rejected',
      implied: 0,
    });
    expect(row(lead('lead.sales_qualified', '2026-03-02'), lead('lead.rejected', '2026-03-03'))).toMatchObject({
      decision: 'accepted',
      at_rejected: at('2026-03-03'),
      ended: 'rejected',
    });
  });
});

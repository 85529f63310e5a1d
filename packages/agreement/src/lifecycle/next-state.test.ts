import { eventTypes, stageEvent, stages } from '@sameteam/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { finalStates, isMovingEvent, type LeadState, leadStates, lifecycle, stateOfStage } from './lifecycle.ts';
import { nextState } from './next-state.ts';

function reach(from: LeadState | null): ReadonlySet<LeadState> {
  const reached = new Set<LeadState>();
  const open: (LeadState | null)[] = [from];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const next of Object.values(lifecycle[state ?? 'new'])) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
}

describe('lifecycle', () => {
  it('reaches every state from a lead that is new', () => {
    expect([...reach(null)].sort()).toEqual([...leadStates].sort());
  });

  it.each(leadStates.filter((state) => !finalStates.includes(state)))('has a way out of %s, to an end', (state) => {
    const others = Object.values(lifecycle[state]).filter((next) => next !== state);
    expect(others).not.toEqual([]);
    expect(reach(state)).toContain('customer');
    expect(reach(state)).toContain('disqualified');
  });

  it('goes through the stages in the order of the model, by the event of each', () => {
    let state: LeadState | null = null;
    for (const stage of stages) {
      const next = nextState(state, stageEvent[stage]);
      expect(next).toEqual({ state: stateOfStage[stage], legal: true });
      state = next.state;
    }
  });

  it('can skip stages forward', () => {
    for (const [index, from] of stages.entries()) {
      for (const to of stages.slice(index + 1)) {
        expect(nextState(stateOfStage[from], stageEvent[to])).toEqual({ state: stateOfStage[to], legal: true });
      }
    }
  });
});

describe('nextState', () => {
  it('revives a lead that was recycled, even when marketing qualified it again before', () => {
    expect(nextState('recycled', 'lead.qualified')).toEqual({ state: 'recycled', legal: true });
    expect(nextState('recycled', 'lead.handed_off')).toEqual({ state: 'revived', legal: true });
    expect(nextState('revived', 'lead.accepted')).toEqual({ state: 'sal', legal: true });
    expect(nextState('lost', 'lead.handed_off')).toEqual({ state: 'handed_off', legal: true });
  });

  it('keeps what is not legal as it was recorded, and flags it', () => {
    expect(nextState(null, 'opportunity.won')).toEqual({ state: 'customer', legal: false });
    expect(nextState('inquiry', 'lead.recycled')).toEqual({ state: 'recycled', legal: false });
    expect(nextState('disqualified', 'lead.accepted')).toEqual({ state: 'sal', legal: false });
    expect(nextState('recycled', 'opportunity.won')).toEqual({ state: 'customer', legal: false });
  });

  it('takes no stage back but by a reset', () => {
    expect(nextState('sql', 'lead.qualified')).toEqual({ state: 'sql', legal: false });
    expect(nextState('customer', 'lead.rejected')).toEqual({ state: 'customer', legal: false });
    expect(nextState('sql', 'lead.stage_reset', { to: 'mql' })).toEqual({ state: 'mql', legal: true });
    expect(nextState('disqualified', 'lead.stage_reset', { to: 'captured' })).toEqual({
      state: 'inquiry',
      legal: true,
    });
    expect(nextState('mql', 'lead.stage_reset', { to: 'sql' })).toEqual({ state: 'sql', legal: false });
    expect(nextState('sql', 'lead.stage_reset')).toEqual({ state: 'sql', legal: true });
    expect(nextState('customer', 'opportunity.reopened')).toEqual({ state: 'opportunity', legal: true });
  });

  it('is not moved by what only happens around a lead', () => {
    for (const type of eventTypes.filter((one) => !isMovingEvent(one) && one !== 'lead.stage_reset')) {
      for (const state of leadStates) expect(nextState(state, type)).toEqual({ state, legal: true });
    }
    expect(nextState(null, 'lead.attempted')).toEqual({ state: null, legal: false });
    expect(nextState(null, 'campaign.spent')).toEqual({ state: null, legal: true });
  });

  it('never throws and never leaves the table, whatever comes in whatever order', () => {
    const event = fc.record({ type: fc.constantFrom(...eventTypes), to: fc.constantFrom(...stages) });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let state: LeadState | null = null;
        for (const { type, to } of events) {
          const next = nextState(state, type, { to });
          expect(next.state === null || leadStates.includes(next.state)).toBe(true);
          if (state !== null) expect(next.state).not.toBeNull();
          state = next.state;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('follows the table wherever it says something', () => {
    for (const state of [null, ...leadStates]) {
      for (const type of eventTypes.filter(isMovingEvent)) {
        const next = lifecycle[state ?? 'new'][type];
        if (next === undefined) expect(nextState(state, type).legal).toBe(false);
        else expect(nextState(state, type)).toEqual({ state: next, legal: true });
      }
    }
  });
});

import { describe, expect, it } from 'vitest';
import { at, said } from '../deal/fixtures/story.ts';
import { leadLifecycle } from './lead-lifecycle.ts';

const lead = (type: Parameters<typeof said>[0], day: number, payload = {}) =>
  said(type, `2026-01-0${day}`, payload, 'lead/l');
const deals = new Set(['opportunity/o']);

describe('leadLifecycle', () => {
  it('walks the lifecycle and says since when the lead stands where it does', () => {
    const events = [
      lead('lead.captured', 1),
      lead('lead.qualified', 2),
      lead('lead.handed_off', 3),
      lead('lead.attempted', 4),
      lead('lead.recycled', 5),
      lead('lead.qualified', 6),
      lead('lead.handed_off', 7),
      lead('lead.captured', 8),
    ];
    expect(leadLifecycle(events, deals)).toEqual({ state: 'revived', sinceMs: at('2026-01-07'), illegalMoves: 0 });
    expect(leadLifecycle(events.slice(0, 6), deals)).toMatchObject({ state: 'recycled', sinceMs: at('2026-01-05') });
    expect(leadLifecycle([], deals)).toEqual({ state: null, sinceMs: null, illegalMoves: 0 });
  });

  it('moves by opportunities that it is linked with, and by no others', () => {
    const won = said('opportunity.won', '2026-01-02');
    expect(leadLifecycle([lead('lead.captured', 1), won], deals).state).toBe('customer');
    expect(leadLifecycle([lead('lead.captured', 1), won], new Set()).state).toBe('inquiry');
  });

  it('counts impossible moves, and keeps what was recorded', () => {
    const events = [lead('lead.captured', 1), lead('lead.rejected', 2), lead('lead.accepted', 3)];
    expect(leadLifecycle(events, deals)).toEqual({ state: 'sal', sinceMs: at('2026-01-03'), illegalMoves: 2 });
    // A note of a lead before its capture is no move.
    expect(leadLifecycle([lead('lead.engaged', 1)], deals).illegalMoves).toBe(0);
  });

  it('goes back to the stage of a reset', () => {
    const events = [lead('lead.captured', 1), lead('lead.accepted', 2), lead('lead.stage_reset', 3, { to: 'mql' })];
    expect(leadLifecycle(events, deals)).toMatchObject({ state: 'mql', sinceMs: at('2026-01-03'), illegalMoves: 0 });
    expect(leadLifecycle([...events.slice(0, 2), lead('lead.stage_reset', 3, { to: 'won' })], deals).illegalMoves).toBe(
      1,
    );
  });
});

import { expect, it } from 'vitest';
import { at, leadOf } from './fixtures/story.ts';
import { statesAt, statesBy } from './lead-states.ts';

const lead = leadOf(
  {
    at_captured: at('2026-01-01'),
    at_mql: at('2026-01-05'),
    at_opportunity: at('2026-02-01'),
    at_won: at('2026-02-01'),
    readiness_at_mql: 'warm',
    readiness_at_opportunity: 'hot',
    readiness_at_won: 'won',
    readiness_at_now: 'raw',
    country_at_captured: 'DE',
  },
  {
    touches: [
      { at_touched: at('2026-01-01'), readiness: null, country: 'XX' },
      { at_touched: at('2026-01-10'), readiness: 'touched' },
      { at_touched: at('2026-01-20'), readiness: 'handed' },
    ],
    cycles: [
      { at_handed_off: at('2026-01-20'), readiness: 'cycle' },
      { at_handed_off: at('2026-03-01'), readiness: 'again', cycle: 'repeat' },
    ],
  },
);

it('reads the latest stage, hand-off or touch by then', () => {
  const readiness = (time: string) => statesBy(lead, at(time)).readiness;
  expect(readiness('2025-12-31')).toBeNull();
  expect(statesBy(lead, at('2026-01-01')).country).toBe('DE');
  expect(readiness('2026-01-04')).toBeNull();
  expect(readiness('2026-01-05')).toBe('warm');
  expect(readiness('2026-01-15')).toBe('touched');
  expect(readiness('2026-01-20')).toBe('cycle');
  expect(readiness('2026-02-28')).toBe('won');
  expect(statesBy(lead, at('2026-04-01'))).toMatchObject({ readiness: 'again', cycle: 'repeat' });
});

it('reads the stage that is attained by the instant itself where another one was, too', () => {
  expect(statesBy(lead, at('2026-02-01'), 'opportunity').readiness).toBe('hot');
  expect(statesBy(lead, at('2026-02-01'), 'won').readiness).toBe('won');
  expect(statesBy(lead, at('2026-02-02'), 'opportunity').readiness).toBe('won');
  expect(statesAt(lead.lead, 'now').readiness).toBe('raw');
});

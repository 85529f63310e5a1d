import { expect, it } from 'vitest';
import { agreementWith, at, rulesOf, said } from '../deal/fixtures/story.ts';
import { foldPulse } from './fold-pulse.ts';

it('tells who answered what, and when', () => {
  const rules = rulesOf(agreementWith());
  expect(foldPulse(said('pulse.answered', '2026-10-01', { team: 'sales', inSync: 4 }, 'pulse/1'), rules)).toEqual({
    excluded: null,
    segment: null,
    at_answered: at('2026-10-01'),
    team: 'sales',
    in_sync: 4,
  });
  expect(foldPulse(said('pulse.answered', '2026-10-01', {}, 'pulse/1'), rules)).toMatchObject({
    team: null,
    in_sync: null,
  });
});

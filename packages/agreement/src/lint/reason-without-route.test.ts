// biome-ignore-all lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
import { describe, expect, it } from 'vitest';
import { lintPlaces } from '../../test/lint-case.ts';
import { reasonWithoutRoute } from './reason-without-route.ts';

describe('reason-without-route', () => {
  it('finds a lead that goes back to no program', () => {
    expect(lintPlaces(reasonWithoutRoute, { reasons: { not_ready: { program: null } } })).toEqual([
      '/reasons/not_ready',
    ]);
  });

  it('leaves reasons alone that end it or hand it off', () => {
    const reasons = { closed: { then: 'disqualify' }, other_team: { then: 'hand_off', handOff: 'to_sdr' } };
    expect(lintPlaces(reasonWithoutRoute, { reasons })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lintPlaces } from '../../test/lint-case.ts';
import { effectiveInPast } from './effective-in-past.ts';
import { neverBinds } from './never-binds.ts';

describe('never-binds', () => {
  it('finds a last day before the first', () => {
    expect(lintPlaces(neverBinds, { effective: '2026-11-01', until: '2026-10-31' })).toEqual(['/until']);
    expect(lintPlaces(neverBinds, { effective: '2026-11-01', until: '2026-11-01' })).toEqual([]);
  });

  it('finds a last day that has passed without signatures, and is then the only one to tell it', () => {
    const over = { effective: '2026-01-01', until: '2026-09-30' };
    expect(lintPlaces(neverBinds, over)).toEqual(['/until']);
    expect(lintPlaces(effectiveInPast, over)).toEqual([]);
    expect(lintPlaces(neverBinds, over, { signed: 'signed' })).toEqual([]);
    expect(lintPlaces(neverBinds, { until: '2026-10-01' })).toEqual([]);
  });
});

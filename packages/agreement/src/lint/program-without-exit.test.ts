import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import type { JsonObject } from '../effective/merge-patch.ts';
import { programWithoutExit } from './program-without-exit.ts';

const program = { owner: 'marketing', for: 'raw' };

describe('program-without-exit', () => {
  it('finds a program with neither an exit nor an end', () => {
    expect(lintPlaces(programWithoutExit, { programs: { drip: program } })).toEqual(['/programs/drip']);
    expect(lintPlaces(programWithoutExit, { programs: { drip: { ...program, atMost: '90d' } } })).toEqual([]);
    expect(lintPlaces(programWithoutExit, { programs: { drip: { ...program, exit: {} } } })).toEqual([]);
  });

  const exit = {
    all: [{ engagement: { atLeast: 40 } }, { not: { engagement: { atLeast: 30 } } }],
  };

  it('finds an exit that can never hold where there is no end', () => {
    const [issue] = lintCase(programWithoutExit, { programs: { drip: { ...program, exit } } });
    expect(issue?.pointer).toBe('/programs/drip/exit');
    expect(issue?.message).toContain('can never hold');
    expect(lintPlaces(programWithoutExit, { programs: { drip: { ...program, exit, atMost: '90d' } } })).toEqual([]);
    expect(lintPlaces(programWithoutExit, { programs: { drip: { ...program, exit: exit.all[0] ?? {} } } })).toEqual([]);
  });

  it('finds an exit that asks for points beyond the caps', () => {
    // Visits give 10 at most, and the best answer 20.
    const points = (atLeast: number) =>
      lintPlaces(programWithoutExit, {
        engagement: { rules: [{ id: 'visit', activity: 'visit', points: 2, cap: 10 }] },
        programs: { drip: { ...program, exit: { engagement: { atLeast } } } },
      });
    expect(points(31)).toEqual(['/programs/drip/exit']);
    expect(points(30)).toEqual([]);
  });

  it('leaves a readiness that no lead has to dead-readiness, and lists that nobody declares to reading', () => {
    const dead = { readiness: { hot: { all: [{ grade: ['A'] }, { grade: ['D'] }] } } };
    const drip = (exit: JsonObject) => ({ programs: { drip: { ...program, exit } } });
    expect(lintPlaces(programWithoutExit, { ...dead, ...drip({ readiness: 'hot' }) })).toEqual([]);
    expect(lintPlaces(programWithoutExit, drip({ field: 'company.domain', inList: 'nobodys' }))).toEqual([]);
  });

  it('does not ask a program of other segments for an exit in this one', () => {
    const drip = { owner: 'marketing', exit: { segment: 'partner' } };
    expect(lintPlaces(programWithoutExit, { programs: { drip } })).toEqual([]);
    expect(lintPlaces(programWithoutExit, { programs: { drip: { ...drip, for: 'raw' } } })).toHaveLength(1);
  });

  it('tells it once where segments do not change it, and at the override where one does', () => {
    const overrides = { partner: { programs: { warm_drip: { exit: null, atMost: null, next: null } } } };
    expect(lintPlaces(programWithoutExit, { overrides })).toEqual(['/overrides/partner/programs/warm_drip']);
    expect(lintPlaces(programWithoutExit, { programs: { drip: program } })).toHaveLength(1);
  });
});

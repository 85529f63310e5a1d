import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import { rateBeyondOne } from './rate-beyond-one.ts';

describe('rate-beyond-one', () => {
  it('finds a percentage where a share is meant', () => {
    const [issue] = lintCase(rateBeyondOne, { sla: { acceptance: { atLeast: 60 } } });
    expect(issue?.pointer).toBe('/sla/acceptance/atLeast');
    expect(issue?.remedy).toBe('Write 0.6 for 60 %.');
  });

  it('finds it in goals, and below 0 too', () => {
    const goal = (target: number) =>
      lintPlaces(rateBeyondOne, { goals: [{ metric: 'mql_to_won_rate', per: 'month', target, teams: ['sales'] }] });
    expect(goal(12)).toEqual(['/goals/0/target']);
    expect(goal(-0.1)).toEqual(['/goals/0/target']);
    expect(goal(1)).toEqual([]);
  });

  it('knows the shares that the agreement declares itself, whatever they are called', () => {
    const metrics = {
      fast_sal: { rate: { from: 'mql', to: 'sal' } },
      hot: { of: 'sla_attainment', where: { 'source.channel': 'demo' } },
      times: { over: 'bookings', per: 'spend' },
    };
    const places = (metric: string) =>
      lintPlaces(rateBeyondOne, { metrics, goals: [{ metric, per: 'month', target: 30, teams: ['sales'] }] });
    expect(places('fast_sal')).toEqual(['/goals/0/target']);
    expect(places('hot')).toEqual(['/goals/0/target']);
    expect(places('times')).toEqual([]);
  });

  it('lets other metrics be as large as they are', () => {
    expect(lintPlaces(rateBeyondOne, { sla: { acceptance: { metric: 'won', atLeast: 60 } } })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import { noSharedMeasure } from './no-shared-measure.ts';

const part = (metric: string) => [{ metric, share: 0.5 }];
const goal = (metric: string, ...teams: readonly string[]) => ({ metric, per: 'quarter', target: 1, teams });

describe('no-shared-measure', () => {
  it('wants one metric in the bonus of each side', () => {
    const [issue] = lintCase(noSharedMeasure, {
      compensation: { marketing: part('qualified'), sales: part('bookings') },
    });
    expect(issue?.pointer).toBe('/compensation');
    expect(issue?.message).toContain('no metric in common');
    expect(lintPlaces(noSharedMeasure, { compensation: { sales: part('won') } })).toHaveLength(1);
  });

  it('wants a goal of both on it', () => {
    const [issue] = lintCase(noSharedMeasure, { goals: [goal('won', 'marketing', 'sales')] });
    expect(issue?.message).toContain('no goal of both is set on it');
    expect(lintPlaces(noSharedMeasure, { goals: [goal('bookings', 'sales')] })).toEqual(['/compensation']);
  });

  it('takes a goal of a team for one of the teams that are part of it', () => {
    const patch = {
      teams: { revenue: {}, marketing: { partOf: 'revenue' }, sales: { partOf: 'revenue' } },
      goals: [goal('bookings', 'revenue')],
    };
    expect(lintPlaces(noSharedMeasure, patch)).toEqual([]);
    expect(lintPlaces(noSharedMeasure, { ...patch, compensation: { sales: null } })).toEqual([]);
    expect(lintPlaces(noSharedMeasure, { ...patch, goals: [goal('won', 'revenue')] })).toEqual(['/compensation']);
  });

  it('counts the teams within a side', () => {
    const goals = [goal('bookings', 'marketing', 'sdr')];
    expect(lintPlaces(noSharedMeasure, { goals, compensation: { sales: null, sdr: part('bookings') } })).toEqual([]);
  });

  it('is content with a goal of both where a side has no bonus', () => {
    const compensation = { sales: null };
    expect(lintPlaces(noSharedMeasure, { compensation })).toEqual([]);
    expect(lintPlaces(noSharedMeasure, { compensation, goals: [goal('won', 'sales')] })).toEqual(['/goals']);
  });

  it('asks nothing of one side alone', () => {
    const alone = { teams: { marketing: { partOf: 'sales' } }, signatures: { required: ['sales'] }, compensation: {} };
    expect(lintPlaces(noSharedMeasure, { ...alone, goals: [goal('won', 'sdr', 'marketing')] })).toEqual([]);
  });
});

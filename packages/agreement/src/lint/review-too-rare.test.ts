import { describe, expect, it } from 'vitest';
import { lintCase, lintPlaces } from '../../test/lint-case.ts';
import { reviewTooRare } from './review-too-rare.ts';

const review = (grain: string, patch: object = {}) => lintCase(reviewTooRare, { cadence: { review: grain }, ...patch });

describe('review-too-rare', () => {
  it('finds a promise that is broken several times between two reviews, the shortest one', () => {
    expect(review('quarter')[0]?.pointer).toBe('/cadence/review');
    expect(review('year')[0]?.message).toContain(
      'the SLA "deal_alive" begins again every 21d: it can be broken 17 times',
    );
    expect(review('quarter', { sla: { deal_alive: { within: '80d' } } })[0]?.message).toContain(
      'promised for each month: it can be broken 3 times',
    );
  });

  it('finds goals', () => {
    const goals = [{ metric: 'won', per: 'week', target: 3, teams: ['sales'] }];
    expect(review('month', { goals })[0]?.message).toContain('the goal "won" is set for each week');
  });

  it('never blames a review every week or day', () => {
    const patch = { cadence: { review: 'week' }, sla: { volume: { per: 'day' }, deal_alive: { within: '1d' } } };
    expect(lintPlaces(reviewTooRare, patch)).toEqual([]);
  });

  it('is content where a promise is due once between two reviews', () => {
    expect(review('month')).toEqual([]);
  });
});

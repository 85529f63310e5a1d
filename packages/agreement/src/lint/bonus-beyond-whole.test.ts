import { describe, expect, it } from 'vitest';
import { lintCase } from '../../test/lint-case.ts';
import { bonusBeyondWhole } from './bonus-beyond-whole.ts';

const bonus = (...shares: readonly number[]) => ({
  compensation: { sales: shares.map((share) => ({ metric: 'bookings', share })) },
});

describe('bonus-beyond-whole', () => {
  it('adds up shares as a person does', () => {
    expect(lintCase(bonusBeyondWhole, bonus(0.7, 0.2, 0.1))).toEqual([]);
    expect(lintCase(bonusBeyondWhole, bonus(0.1, 0.2, 0.3, 0.4))).toEqual([]);
  });

  it('finds more than the whole, and says how much it is', () => {
    const [issue] = lintCase(bonusBeyondWhole, bonus(0.7, 0.4));
    expect(issue?.pointer).toBe('/compensation/sales');
    expect(issue?.message).toContain('add up to 1.1,');
  });
});

import { defaultAgreement } from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';
import { needsCompanyDeals } from './needs-company-deals.ts';

const withSegment = (when: object) =>
  ({ ...defaultAgreement, segments: [{ id: 's', when }] }) as typeof defaultAgreement;

describe('needsCompanyDeals', () => {
  it('is so for a condition on the state of the company, however deep', () => {
    expect(needsCompanyDeals(withSegment({ any: [{ not: { company: ['customer'] } }] }))).toBe(true);
    expect(
      needsCompanyDeals({ ...defaultAgreement, overrides: { s: { qualified: { when: { company: 'open_deal' } } } } }),
    ).toBe(true);
  });

  it('is so where the owner of the company gets the lead', () => {
    expect(
      needsCompanyDeals({
        ...defaultAgreement,
        overrides: { s: { handOffs: { x: { assign: { owner: 'account' } } } } },
      }),
    ).toBe(true);
  });

  it('is not so for facts of the company', () => {
    expect(needsCompanyDeals(withSegment({ field: 'company.employees', atLeast: 3 }))).toBe(false);
    expect(needsCompanyDeals(defaultAgreement)).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementWith, at, leadOf, rulesOf, twoVersions } from '../deal/fixtures/story.ts';
import { qualifiedAccountMs } from './qualified-account.ts';

const by = (contacts: number, within: `${number}d`, version = 1) =>
  agreementWith({ version, qualified: { when: {}, by: 'marketing', companies: { contacts, within } } });
const lead = (name: string, mql: string | null, contact: string | null = null) =>
  leadOf({ lead: `lead/${name}`, at_mql: mql === null ? null : at(mql), contact });

describe('qualifiedAccountMs', () => {
  it('is the instant at which the last of so many qualified within the time', () => {
    const leads = [
      lead('c', '2026-03-03'),
      lead('a', '2026-01-01'),
      lead('b', '2026-02-01'),
      lead('d', null),
      lead('e', '2026-03-04'),
    ];
    expect(qualifiedAccountMs(leads, rulesOf(by(3, '31d')))).toBe(at('2026-03-04'));
    expect(qualifiedAccountMs(leads, rulesOf(by(2, '31d')))).toBe(at('2026-02-01'));
    expect(qualifiedAccountMs(leads, rulesOf(by(2, '30d')))).toBe(at('2026-03-03'));
    expect(qualifiedAccountMs(leads, rulesOf(by(1, '1d')))).toBe(at('2026-01-01'));
    expect(qualifiedAccountMs(leads, rulesOf(by(5, '900d')))).toBeNull();
    expect(qualifiedAccountMs([], rulesOf(by(1, '1d')))).toBeNull();
    expect(qualifiedAccountMs(leads, rulesOf(agreementWith()))).toBeNull();
  });

  it('counts the leads of one contact once, and a lead without one by itself', () => {
    const twice = [lead('a', '2026-01-01', 'contact/x'), lead('b', '2026-01-02', 'contact/x')];
    expect(qualifiedAccountMs(twice, rulesOf(by(2, '30d')))).toBeNull();
    expect(qualifiedAccountMs([...twice, lead('c', '2026-01-03')], rulesOf(by(2, '30d')))).toBe(at('2026-01-03'));
    // The later lead of a contact still counts when the earlier one has left the window.
    expect(qualifiedAccountMs([...twice, lead('c', '2026-02-01')], rulesOf(by(2, '30d')))).toBe(at('2026-02-01'));
  });

  it('is judged by the version of the instant', () => {
    const leads = [lead('a', '2026-01-01'), lead('b', '2026-01-02'), lead('c', '2026-02-02')];
    const later = (first: number, second: number) =>
      rulesOf(by(first, '90d'), { history: twoVersions(by(first, '90d'), by(second, '90d', 2), at('2026-02-01')) });
    expect(qualifiedAccountMs(leads, later(3, 2))).toBe(at('2026-02-02'));
    expect(qualifiedAccountMs(leads, later(2, 3))).toBe(at('2026-01-02'));
    expect(qualifiedAccountMs(leads, later(4, 3))).toBe(at('2026-02-02'));
  });

  it('is what looking at each instant alone finds', () => {
    const some = fc.array(
      fc.record({ day: fc.integer({ min: 0, max: 20 }), contact: fc.integer({ min: 0, max: 4 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(some, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 9 }), (leads, contacts, days) => {
        const made = leads.map(({ day, contact }, index) =>
          leadOf({ lead: `lead/${index}`, at_mql: day * 86_400_000, contact: `contact/${contact}` }),
        );
        const found = leads
          .map(({ day }) => day)
          .filter(
            (day) =>
              new Set(leads.filter((one) => one.day <= day && one.day >= day - days).map((one) => one.contact)).size >=
              contacts,
          );
        const first = found.length === 0 ? null : Math.min(...found) * 86_400_000;
        expect(qualifiedAccountMs(made, rulesOf(by(contacts, `${days}d`)))).toBe(first);
      }),
      { numRuns: 300, endOnFailure: true },
    );
  }, 60_000);
});

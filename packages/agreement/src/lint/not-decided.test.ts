import { readdirSync, readFileSync } from 'node:fs';
import { parseAgreement } from '@sameteam/agreement';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';

// Test files share their modules, so the linter is loaded once more, with a search of its own, and given back after.
const findLead = vi.fn();
vi.resetModules();
vi.doMock('../solve/find-lead.ts', () => ({ findLead }));
const { AgreementError } = await import('../agreement-error.ts');
const { lintAgreement } = await import('./lint-agreement.ts');
const { lintRules } = await import('./registry.ts');

afterAll(() => {
  vi.doUnmock('../solve/find-lead.ts');
  vi.resetModules();
});

const asOf = Date.UTC(2026, 9, 1);
const folder = new URL('../../test/fixtures/faults/', import.meta.url);
const agreements = readdirSync(folder).flatMap((file) => {
  const { agreement } = parseAgreement(readFileSync(new URL(file, folder), 'utf8'));
  return agreement === null ? [] : [agreement];
});

/** The rules that look for leads, walks of leads among them. */
const searching = [
  'black-hole',
  'dead-readiness',
  'excludes-everybody',
  'hot-without-sla',
  'overlapping-grade',
  'program-left-at-once',
  'program-without-exit',
  'recycle-without-date',
  'shadowed-rule',
  'shadowed-segment',
  'sla-never-starts',
];

describe('a search for leads that is given up', () => {
  beforeEach(() => {
    findLead.mockImplementation(() => {
      throw new AgreementError('search-too-large', { mostWork: 1 });
    });
  });

  it('leaves each rule that makes it undecided, and hides nothing of the others', () => {
    expect(agreements.length).toBeGreaterThan(50);
    const undecided = new Set<string>();
    for (const agreement of agreements) {
      const issues = lintAgreement(agreement, { asOf });
      const [given, decided] = [true, false].map((is) => issues.filter(({ code }) => (code === 'not-decided') === is));
      const givenUp = new Set(given?.map(({ message }) => /"([a-z-]+)"/.exec(message)?.[1]));
      const others = lintRules.filter(({ code }) => !givenUp.has(code));
      expect(decided).toEqual(lintAgreement(agreement, { asOf, rules: others }));
      for (const issue of given ?? []) {
        expect(issue).toMatchObject({ severity: 'warning', pointer: '', witness: null });
        undecided.add(/"([a-z-]+)"/.exec(issue.message)?.[1] ?? issue.message);
      }
      // A walk is made of every agreement.
      expect(given?.some(({ message }) => message.includes('"black-hole"'))).toBe(true);
    }
    expect([...undecided].sort()).toEqual(searching);
  });

  it.each(lintRules.map((rule) => [rule.code, rule] as const))(
    'leaves %s alone undecided, or is not made',
    (code, rule) => {
      const isSearching = searching.includes(code);
      const found = agreements
        .slice(0, isSearching ? undefined : 5)
        .flatMap((agreement) => lintAgreement(agreement, { asOf, rules: [rule] }));
      expect(found.some((issue) => issue.code === 'not-decided')).toBe(isSearching);
    },
  );
});

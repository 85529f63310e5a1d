import { describe, expect, it } from 'vitest';
import { sameQuestion } from './same-question.ts';

describe('sameQuestion', () => {
  it('keeps all that makes it another number', () => {
    expect(
      sameQuestion({
        engine: 'duckdb',
        db: 'a.duckdb',
        explain: 'won',
        agreement: 'our agreement.yaml',
        agreementVersion: 2,
        from: '2026-07-01',
        to: '2026-09-30',
        asOf: '2026-10-01T00:00:00Z',
        knownAt: '2026-10-02',
        anchor: 'won',
        where: ['owner=kim', "campaign=Ann's & co"],
      }),
    ).toBe(
      " --agreement 'our agreement.yaml' --agreement-version 2 --from 2026-07-01 --to 2026-09-30 --as-of 2026-10-01T00:00:00Z --known-at 2026-10-02 --anchor won --where owner=kim --where 'campaign=Ann'\\''s & co'",
    );
  });

  it('is empty where nothing was said', () => {
    expect(sameQuestion({ engine: 'duckdb' })).toBe('');
  });
});

import { describe, expect, it } from 'vitest';
import { lintPlaces } from '../../test/lint-case.ts';
import { expectedNotMonotone } from './expected-not-monotone.ts';

const places = (expected: Readonly<Record<string, number | null>>) => lintPlaces(expectedNotMonotone, { expected });

describe('expected-not-monotone', () => {
  it('finds a longer way that is expected more often', () => {
    expect(places({ mql_to_sal: 0.4, mql_to_won: 0.5 })).toEqual(['/expected/mql_to_won']);
    expect(places({ captured_to_mql: 0.05, lead_to_win: 0.1 })).toEqual(['/expected/lead_to_win']);
  });

  it('is content with equal rates, and with rates of other leads', () => {
    expect(places({ mql_to_sal: 0.5, mql_to_won: 0.5 })).toEqual([]);
    expect(places({ mql_to_sal: 0.5, sal_to_sql: 0.9, mql_to_won: null })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { tableOf } from '../../test/support/table-of.ts';
import { compileRowTest } from '../memory/reduce/compile-row-test.ts';
import type { RowTest } from '../plan/row-test.ts';
import {
  anyOf,
  bothOf,
  everyRow,
  has,
  hasCome,
  hasNo,
  hasNoBit,
  isAtLeast,
  isBelow,
  isNoneOf,
  isOneOf,
  isOrdered,
  isReversed,
  isYetToCome,
  noRow,
  rowsWith,
} from './row-tests.ts';

const dayMs = 86_400_000;
const asOfMs = 10 * dayMs;
const rows = [
  { lead: 'a', at_captured: dayMs, at_mql: 3 * dayMs, channel: 'email', attempts: 2, implied: 1 },
  { lead: 'b', at_captured: 5 * dayMs, at_mql: 4 * dayMs, channel: 'paid', attempts: 3, implied: 2 },
  { lead: 'c', at_captured: asOfMs, at_mql: null, channel: null, attempts: null, implied: 0 },
  { lead: 'd', at_captured: asOfMs + 1, at_mql: asOfMs + 1, channel: 'email', attempts: 0, implied: 3 },
] as const;
const table = tableOf('leads', rows);

/** Names of the rows for which a test holds. */
function kept(test: RowTest): string {
  const holds = compileRowTest(test, table, asOfMs);
  return rows.flatMap(({ lead }, row) => (holds(row) ? [lead] : [])).join('');
}

describe('tests on rows', () => {
  it('keep every row, or none', () => {
    expect([kept(everyRow), kept(noRow), kept(rowsWith())]).toEqual(['abcd', '', 'abcd']);
  });

  it.each([
    ['has', has('at_mql'), 'abd'],
    ['hasNo', hasNo('at_mql'), 'c'],
    ['isOneOf', isOneOf('channel', 'email'), 'ad'],
    ['isOneOf, the missing value too', isOneOf('channel', 'paid', null), 'bc'],
    ['isNoneOf', isNoneOf('channel', 'email'), 'bc'],
    ['isNoneOf, the missing value neither', isNoneOf('channel', 'email', null), 'b'],
    ['isAtLeast', isAtLeast('attempts', 2), 'ab'],
    // What is not known is neither.
    ['isBelow', isBelow('attempts', 2), 'd'],
    ['hasCome', hasCome('at_captured'), 'abc'],
    ['isYetToCome', isYetToCome('at_mql'), 'd'],
    ['isOrdered', isOrdered('at_captured', 'at_mql'), 'ad'],
    ['isReversed', isReversed('at_captured', 'at_mql'), 'b'],
    ['hasNoBit', hasNoBit('implied', 0), 'bc'],
  ])('keep what they say: %s', (_, atom, expected) => {
    expect(kept(rowsWith(atom))).toBe(expected);
  });

  it('are joined: all atoms of a test, at least one test, both tests', () => {
    const mailed = rowsWith(isOneOf('channel', 'email'));
    const tried = rowsWith(isAtLeast('attempts', 1));
    expect(kept(rowsWith(isOneOf('channel', 'email'), isAtLeast('attempts', 1)))).toBe('a');
    expect(kept(anyOf(mailed, tried))).toBe('abd');
    expect(kept(anyOf())).toBe('');
    expect(kept(bothOf(mailed, tried))).toBe('a');
    expect(kept(bothOf(anyOf(mailed, tried), rowsWith(hasNoBit('implied', 0))))).toBe('b');
    expect([kept(bothOf(everyRow, tried)), kept(bothOf(noRow, tried)), kept(bothOf(tried, noRow))]).toEqual([
      'ab',
      '',
      '',
    ]);
  });

  it('ask the same thing once where both tests ask it', () => {
    const [same, other] = [isAtLeast('attempts', 1), has('at_mql')];
    expect(bothOf(rowsWith(same), rowsWith(same, other))).toEqual([[same, other]]);
  });
});

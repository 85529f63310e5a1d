import {
  anchorsUpTo,
  conversionWindowOf,
  countOf,
  levelOf,
  moneyOf,
  numberOf,
  productOf,
  quotientOf,
  shareOf,
  sumOf,
  targetOf,
  timeOf,
} from './measures.ts';
import {
  anyOf,
  bothOf,
  everyRow,
  has,
  hasBit,
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

/**
 * What own metrics are made of: counts, shares, times, money, levels, and metrics over metrics.
 * @example
 * const { countOf } = measures;
 * countOf({ grain: 'cycles', anchors: ['handed_off'], counted: rowTests.everyRow }).kind // 'rows'
 */
export const measures = Object.freeze({
  countOf,
  shareOf,
  timeOf,
  numberOf,
  moneyOf,
  levelOf,
  quotientOf,
  sumOf,
  productOf,
  targetOf,
  conversionWindowOf,
  anchorsUpTo,
});

/**
 * Tests on rows of facts, for the measures of own metrics.
 * @example rowTests.rowsWith(rowTests.has('at_won')) // [[{ kind: 'has', column: 'at_won', is: true }]]
 */
export const rowTests = Object.freeze({
  everyRow,
  noRow,
  rowsWith,
  bothOf,
  anyOf,
  has,
  hasBit,
  hasNo,
  isOneOf,
  isNoneOf,
  isAtLeast,
  isBelow,
  hasCome,
  isYetToCome,
  isOrdered,
  isReversed,
  hasNoBit,
});

import { describe, expect, it } from 'vitest';
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
import { everyRow, has, noRow, rowsWith } from './row-tests.ts';

const given = { grain: 'cycles', anchors: ['handed_off'] } as const;
const counted = rowsWith(has('at_accepted'));
const value = { kind: 'column', column: 'attempts' } as const;
const usual = { ...given, readAt: 'anchor', excluded: noRow, implied: noRow };

describe('measures of rows', () => {
  it('take the usual where nothing is told: read at the anchor, nothing left out, nothing implied', () => {
    expect(countOf({ ...given, counted })).toEqual({ ...usual, kind: 'rows', counted, distinct: null });
    expect(shareOf({ ...given, numerator: counted, denominator: everyRow })).toEqual({
      ...usual,
      kind: 'rate',
      numerator: counted,
      denominator: everyRow,
      matures: null,
      waiting: null,
    });
    expect(numberOf({ ...given, counted, value, p: 'mean' })).toEqual({
      ...usual,
      kind: 'number',
      counted,
      value,
      p: 'mean',
    });
  });

  it('keep what is told', () => {
    const told = { readAt: 'now', excluded: counted, implied: everyRow } as const;
    expect(countOf({ ...given, ...told, counted, distinct: 'lead' })).toEqual({
      ...given,
      ...told,
      kind: 'rows',
      counted,
      distinct: 'lead',
    });
    const matures = conversionWindowOf('mql', 'sal');
    expect(matures).toEqual({ kind: 'conversion', at: 'at_mql', from: 'mql', to: 'sal' });
    expect(conversionWindowOf('mql', 'sal', 'at_handed_off')).toEqual({ ...matures, at: 'at_handed_off' });
    expect(shareOf({ ...given, numerator: counted, denominator: everyRow, matures })).toMatchObject({ matures });
  });

  it('are days of 24 hours, whole amounts in their own currency, and the end of a period', () => {
    expect(timeOf({ ...given, counted, value, p: 0.5 })).toMatchObject({
      kind: 'seconds',
      unitSeconds: 86_400,
      p: 0.5,
    });
    expect(timeOf({ ...given, counted, value, p: 0.9, unitSeconds: 3600 })).toMatchObject({ unitSeconds: 3600 });
    expect(moneyOf({ ...given, counted, rateAt: 'at_won' })).toMatchObject({
      kind: 'money',
      value: { kind: 'column', column: 'amount' },
      scale: 1,
      currency: 'currency',
      per: 'total',
    });
    expect(levelOf({ ...given, counted, began: 'at_began', left: null })).toMatchObject({
      kind: 'level',
      money: null,
      moment: 'closing',
    });
  });
});

describe('measures that are made of others', () => {
  it('are read from short forms: a minus takes away, a slash divides', () => {
    expect(quotientOf('spend', 'qualified')).toEqual({ kind: 'quotient', over: 'spend', under: 'qualified', times: 1 });
    expect(sumOf('a', '-b')).toEqual({
      kind: 'sum_of',
      parts: [
        { metric: 'a', times: 1 },
        { metric: 'b', times: -1 },
      ],
    });
    expect(productOf('a', '/b')).toEqual({
      kind: 'product_of',
      parts: [
        { metric: 'a', power: 1 },
        { metric: 'b', power: -1 },
      ],
    });
    expect(targetOf('won')).toEqual({ kind: 'target', metric: 'won', part: 'whole' });
  });
});

describe('anchorsUpTo', () => {
  it('are the stages up to one, the last one first', () => {
    expect(anchorsUpTo('handed_off')).toEqual(['handed_off', 'mql', 'captured']);
    expect(anchorsUpTo('captured')).toEqual(['captured']);
  });
});

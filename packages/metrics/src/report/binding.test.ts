import { expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { isBoundDuring } from './binding.ts';

const agreement = agreementWith();
const period = (version: number, fromMs: number, untilMs: number | null) => ({
  version,
  digest: '',
  fromMs,
  untilMs,
  agreement,
});
const periods = [period(1, 100, 200), period(2, 200, 300), period(3, 400, null)];
const history = { periods, draft: null, issues: [] };
const plan = { asOfMs: 1000, version: null };

it.each([
  { fromMs: 100, toMs: 199, bound: true },
  // One version after the other: at each instant one bound.
  { fromMs: 150, toMs: 299, bound: true },
  { fromMs: 150, toMs: 300, bound: false },
  { fromMs: 99, toMs: 150, bound: false },
  { fromMs: 299, toMs: 400, bound: false },
  { fromMs: 400, toMs: 999, bound: true },
])('from $fromMs to $toMs is bound: $bound', ({ bound, ...span }) => {
  expect(isBoundDuring({ plan, history }, span)).toBe(bound);
});

it('is never of a version that was asked for, nor without a history', () => {
  expect(isBoundDuring({ plan: { ...plan, version: 1 }, history }, { fromMs: 100, toMs: 150 })).toBe(false);
  expect(isBoundDuring({ plan, history: null }, { fromMs: 100, toMs: 150 })).toBe(false);
});

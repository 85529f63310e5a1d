import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { judgedIn } from './judged-in.ts';
import { periodEndMs } from './period-end.ts';

const first = agreementWith({ version: 1 });
const second = agreementWith({ version: 2 });
const at = (day: string) => Date.parse(`${day}T00:00:00Z`);
const period = (agreement: typeof first, fromMs: number, untilMs: number | null) => ({
  version: agreement.version,
  digest: '',
  fromMs,
  untilMs,
  agreement,
});
const history = {
  periods: [period(first, at('2026-01-01'), at('2026-09-01')), period(second, at('2026-09-01'), null)],
  draft: null,
  issues: [],
};
const plan = { from: null, to: null, asOfMs: at('2026-11-01') + 1, version: null };
const judged = (asked: Partial<typeof plan | { from: string; to: string; version: number }>) =>
  judgedIn({ ...plan, ...asked }, { agreement: second, history }).map(({ agreement, from, to }) => [
    agreement.version,
    from,
    to,
  ]);

describe('judgedIn', () => {
  it('has the versions of a period, one after another', () => {
    expect(judged({ from: '2026-07-01', to: '2026-09-30' })).toEqual([
      [1, '2026-07-01', '2026-08-31'],
      [2, '2026-09-01', '2026-09-30'],
    ]);
    expect(judged({ from: '2026-07-01', to: '2026-08-31' })).toEqual([[1, '2026-07-01', '2026-08-31']]);
    expect(judged({ to: '2026-12-31' }).at(-1)).toEqual([2, '2026-09-01', '2026-11-01']);
    expect(judged({})[0]).toEqual([1, '2026-01-01', '2026-08-31']);
  });

  it('has the one that is asked for alone', () => {
    expect(judged({ from: '2026-07-01', to: '2026-09-30', version: 2 })).toEqual([[2, '2026-07-01', '2026-09-30']]);
  });
});

it('ends with the last day of a period in the zone, or with as-of', () => {
  const berlin = { timeZone: 'Europe/Berlin' };
  expect(periodEndMs({ to: '2026-08-31', asOfMs: plan.asOfMs }, berlin)).toBe(Date.parse('2026-08-31T21:59:59.999Z'));
  expect(periodEndMs({ to: '2026-12-31', asOfMs: plan.asOfMs }, berlin)).toBe(plan.asOfMs);
});

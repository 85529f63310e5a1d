import { describe, expect, it } from 'vitest';
import { definitions, reportRow } from '../test-support/report-fixture.ts';
import { behindText } from './behind-text.ts';
import { cellText } from './cell-text.ts';

describe('cellText', () => {
  it.each([
    ['leads', 8000, null, '8,000'],
    ['ratio', 0.105, null, '10.5 %'],
    ['ratio', 0.0001, null, '<0.1 %'],
    ['ratio', 13.97, null, '1,397.0 %'],
    ['days', 14.72, null, '14.7 days'],
    ['hours', 2, null, '2.0 h'],
    ['working_hours', 3.14, null, '3.1 working h'],
    ['points', 3.8, null, '3.8'],
    ['money', 0, 'EUR', '€0'],
    ['money', 4_076, 'EUR', '€40.76'],
    ['money', 28_290_000, 'EUR', '€282,900'],
    ['money', 1_200, 'JPY', '¥1,200'],
    ['money', -910_000, 'EUR', '-€9,100'],
    ['meetings', 78, null, '78'],
  ] as const)('of %s %d is in its unit', (unit, value, currency, text) => {
    expect(cellText(reportRow({ metric: 'a', unit, value, currency })).main).toBe(text);
  });

  it('is a dash for nothing, and for a row that there is not', () => {
    expect(cellText(undefined).main).toBe('–');
    expect(cellText(reportRow({ metric: 'a', unit: 'ratio', value: null, low: 0, high: 1 })).note).toBe('');
  });

  it('tells of a young cohort what is expected, where that is known', () => {
    const young = reportRow({ metric: 'a', unit: 'ratio', value: 0.1, low: 0.05, high: 0.2, mature: false });
    expect(cellText(young)).toMatchObject({ main: '10.0 %*', note: '(5.0 to 20.0)' });
    expect(cellText({ ...young, projected: 0.12 })).toMatchObject({
      note: '(5.0 to 20.0; expected 12.0 %)',
      interval: null,
    });
    expect(cellText({ ...young, projected: 0.12, projectedLow: 0.1, projectedHigh: 0.15 })).toMatchObject({
      note: '(5.0 to 20.0 so far; expected 12.0 %, 10.0 to 15.0)',
      shortNote: '(5.0 to 20.0; expected 12.0 %)',
      interval: { low: 0.05, value: 0.12, high: 0.2, isExpected: true },
    });
  });

  it('never lets the sure end of a cohort stand for the chance in its number', () => {
    const ended = reportRow({ metric: 'a', unit: 'ratio', value: 0, low: 0, high: 0.168, mature: false, projected: 0 });
    const cell = cellText({ ...ended, projectedLow: 0, projectedHigh: 0 });
    expect(cell.note).toBe('(0.0 to 16.8 so far; expected 0.0 %, 0.0 to 0.0)');
    expect(cell.interval).toMatchObject({ low: 0, high: 0.168 });
  });
});

describe('behindText', () => {
  const [metric] = definitions.metrics;
  if (metric === undefined) throw new Error('The fixture has a metric.');
  const units = { spend: 'money', captured: 'leads' } as const;
  const options = { unitOf: (id: string) => units[id as keyof typeof units], currency: 'EUR' };

  it('is of a share what it is a share of', () => {
    const row = reportRow({ metric: 'a', unit: 'ratio', value: 0.1, numerator: 842, denominator: 8000 });
    expect(behindText(row, metric, options)).toBe('842 of 8,000');
    expect(behindText({ ...row, numerator: null }, metric, options)).toBe('of 8,000');
    expect(behindText({ ...row, denominator: null }, metric, options)).toBe('');
  });

  it('tells a quotient in the units of its parts', () => {
    const quotient = { ...metric, measure: { kind: 'quotient', over: 'spend', under: 'captured' } } as const;
    const row = reportRow({ metric: 'a', unit: 'money', value: 4_000, numerator: 1_200_000, denominator: 30 });
    expect(behindText({ ...row, currency: 'USD' }, quotient, options)).toBe('$12,000 over 30');
    expect(behindText(row, quotient, options)).toBe('€12,000 over 30');
  });
});

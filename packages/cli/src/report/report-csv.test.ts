import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportRow } from '../test-support/report-fixture.ts';
import { csvCell } from './csv-cell.ts';
import { reportCsv } from './report-csv.ts';

const none = { metrics: [], currency: 'EUR' };

describe('reportCsv', () => {
  it('keeps the missing value, the empty text and "unknown" apart', () => {
    const rows = [null, '', 'unknown'].map((owner) =>
      reportRow({ metric: 'won', unit: 'leads', dimensions: { owner }, value: 1 }),
    );
    const lines = reportCsv(rows, ['owner'], none).split('\n');
    expect(lines.map((line) => line.split(',').slice(3, 5).join(','))).toEqual([
      'owner,value',
      ',1',
      '"",1',
      'unknown,1',
      '',
    ]);
  });

  it('has a heading without rows, and a currency where there is money', () => {
    expect(reportCsv([], ['month'], none)).toBe(
      'metric,unit,anchor,month,value,numerator,denominator,excluded,implied,low,high,mature,projected,projectedLow,projectedHigh,clause,asOf,restated,binding,unrecorded,note\n',
    );
    const row = reportRow({ metric: 'bookings', unit: 'money', value: -5, currency: 'EUR' });
    const [heading, line] = reportCsv([row], [], none).split('\n');
    expect(heading?.endsWith(',asOf,restated,binding,unrecorded,note,currency')).toBe(true);
    expect(line).toContain('captured,-0.05,');
    expect(line?.endsWith(',EUR')).toBe(true);
  });

  it('writes amounts in whole units of their currency, above and below the line too, and counts as they are', () => {
    const metrics = ['bookings', 'spend', 'won', 'cost_per_customer', 'budget_spent'].map((id) => ({
      id,
      unit: id === 'won' ? ('leads' as const) : id === 'budget_spent' ? ('ratio' as const) : ('money' as const),
      measure:
        id === 'cost_per_customer'
          ? ({ kind: 'quotient', over: 'spend', under: 'won' } as const)
          : id === 'budget_spent'
            ? ({ kind: 'quotient', over: 'spend', under: 'bookings' } as const)
            : ({ kind: id === 'won' ? 'rows' : 'money' } as const),
    }));
    const text = reportCsv(
      [
        reportRow({ metric: 'bookings', unit: 'money', value: 19_050, numerator: 19_050, currency: 'EUR' }),
        reportRow({
          metric: 'cost_per_customer',
          unit: 'money',
          value: 1_905.4,
          numerator: 19_054,
          denominator: 10,
          low: 1_800,
          high: 2_000,
          projected: 1_900,
          projectedLow: 1_700,
          projectedHigh: 2_100,
          currency: 'EUR',
        }),
        reportRow({ metric: 'bookings', unit: 'money', value: 1_200, numerator: 1_200, currency: 'JPY' }),
        reportRow({ metric: 'budget_spent', unit: 'ratio', value: 0.5, numerator: 50, denominator: 100 }),
        reportRow({ metric: 'won', unit: 'leads', value: 100, numerator: 100 }),
      ],
      [],
      { metrics, currency: 'EUR' },
    );
    const rows = parse(text, { columns: true }) as Readonly<Record<string, string>>[];
    const columns = ['value', 'numerator', 'denominator', 'low', 'high', 'projected', 'projectedLow', 'projectedHigh'];
    expect(rows.map((row) => [...columns, 'currency'].map((key) => row[key]))).toEqual([
      ['190.50', '190.50', '', '', '', '', '', '', 'EUR'],
      ['19.05', '190.54', '10', '18.00', '20.00', '19.00', '17.00', '21.00', 'EUR'],
      ['1200', '1200', '', '', '', '', '', '', 'JPY'],
      ['0.5', '0.50', '1.00', '', '', '', '', '', 'EUR'],
      ['100', '100', '', '', '', '', '', '', ''],
    ]);
  });

  it('has a column of folded values where there are any', () => {
    const other = { dimensions: { owner: '(other)' }, value: 7, folded: { owner: 3 } };
    const lines = reportCsv(
      [
        reportRow({ metric: 'won', unit: 'leads', dimensions: { owner: 'kim' }, value: 1 }),
        reportRow({ metric: 'won', unit: 'leads', ...other }),
      ],
      ['owner'],
      none,
    ).split('\n');
    expect(lines.map((line) => line.split(',').at(-1))).toEqual(['folded', '', '3', '']);
  });
});

describe('csvCell', () => {
  it.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1+1',
    '\u00a0=1',
    '\ufeff=1',
    '\n+1',
    '-2+3',
    '＠x',
  ])('makes a text of the formula %j', (text) => {
    expect(csvCell(text)).toBe(`"'${text}"`);
  });

  it('leaves numbers alone', () => {
    expect(csvCell(-1.5)).toBe('-1.5');
    expect(csvCell(-1e-7)).toBe('-1e-7');
    expect(csvCell(0)).toBe('0');
  });

  it('is read back as what it was by another reader, up to the apostrophe', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const [row] = parse(`${csvCell(text)},1\n`, { relax_column_count: false }) as string[][];
        return row?.[0] === text || row?.[0] === `'${text}`;
      }),
    );
  });

  it('never starts with what a spreadsheet runs', () => {
    const risky = fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', ' '), fc.string())
      .map((parts) => parts.join(''));
    fc.assert(fc.property(risky, (text) => !/^"?[=+\-@\t\r]/.test(csvCell(text))));
  });
});

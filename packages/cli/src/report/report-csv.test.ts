import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportRow } from '../test-support/report-fixture.ts';
import { csvCell } from './csv-cell.ts';
import { reportCsv } from './report-csv.ts';

describe('reportCsv', () => {
  it('keeps the missing value, the empty text and "unknown" apart', () => {
    const rows = [null, '', 'unknown'].map((owner) =>
      reportRow({ metric: 'won', unit: 'leads', dimensions: { owner }, value: 1 }),
    );
    const lines = reportCsv(rows, ['owner']).split('\n');
    expect(lines.map((line) => line.split(',').slice(3, 5).join(','))).toEqual([
      'owner,value',
      ',1',
      '"",1',
      'unknown,1',
      '',
    ]);
  });

  it('has a heading without rows, and a currency where there is money', () => {
    expect(reportCsv([], ['month'])).toBe(
      'metric,unit,anchor,month,value,numerator,denominator,excluded,implied,low,high,mature,projected,projectedLow,projectedHigh,clause,asOf,restated,binding\n',
    );
    const row = reportRow({ metric: 'bookings', unit: 'money', value: -5, currency: 'EUR' });
    const [heading, line] = reportCsv([row], []).split('\n');
    expect(heading?.endsWith(',asOf,restated,binding,currency')).toBe(true);
    expect(line).toContain('captured,-5,');
    expect(line?.endsWith(',EUR')).toBe(true);
  });

  it('has a column of folded values where there are any', () => {
    const other = { dimensions: { owner: '(other)' }, value: 7, folded: { owner: 3 } };
    const lines = reportCsv(
      [
        reportRow({ metric: 'won', unit: 'leads', dimensions: { owner: 'kim' }, value: 1 }),
        reportRow({ metric: 'won', unit: 'leads', ...other }),
      ],
      ['owner'],
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

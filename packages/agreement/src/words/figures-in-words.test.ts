import { describe, expect, it } from 'vitest';
import { dayInWords } from './day-in-words.ts';
import { durationInWords } from './duration-in-words.ts';
import { metricInWords, metricValueInWords } from './metric-in-words.ts';
import { moneyInWords } from './money-in-words.ts';
import { countInWords, numberInWords } from './number-in-words.ts';
import { readableName } from './readable-name.ts';
import { casesInWords, shareInWords } from './share-in-words.ts';
import { shownText } from './shown-text.ts';

describe('figures in words', () => {
  it.each([
    ['15m', '15 minutes'],
    ['1h', '1 hour'],
    ['1wd', '1 working day'],
    ['1wm', '1 working minute'],
    ['4wh', '4 working hours'],
    ['99999d', '99,999 days'],
  ])('duration %s', (text, words) => expect(durationInWords(text)).toBe(words));

  it.each([
    ['2026-10-01', '1 October 2026'],
    ['12-24', '24 December'],
    ['2026-10', 'October 2026'],
    ['2026-Q4', 'Q4 2026'],
    ['2026', '2026'],
  ])('day %s', (text, words) => expect(dayInWords(text)).toBe(words));

  it.each([
    [0.9, '90 %', '9 of 10 cases'],
    [0.07, '7 %', '7 of 100 cases'],
    [0.925, '92.5 %', '92.5 % of cases'],
    [1, '100 %', 'every case'],
    [0, '0 %', '0 of 10 cases'],
  ])('share %s', (share, percent, cases) => {
    expect(shareInWords(share)).toBe(percent);
    expect(casesInWords(share)).toBe(cases);
  });

  it('keeps every decimal', () => {
    expect(numberInWords(-1234.567)).toBe('−1,234.567');
    expect(countInWords(1, 'contact')).toBe('1 contact');
    expect(moneyInWords(1200000, 'EUR')).toBe('€1,200,000');
    expect(moneyInWords(-0.5, 'JPY')).toBe('−¥0.5');
  });

  it('tells the unit of a metric that is known, and of others by their name', () => {
    expect(metricInWords('mql_to_sal_rate')).toBe('MQL to SAL rate');
    expect(metricValueInWords('bookings', 5, 'USD')).toBe('$5');
    expect(metricValueInWords('acceptance_rate', 0.8, 'EUR')).toBe('80 %');
    expect(metricValueInWords('days_to_won_median', 40, 'EUR')).toBe('40 days');
    expect(metricValueInWords('qualified', 400, 'EUR')).toBe('400');
    expect(metricValueInWords('average_deal', 400, 'EUR')).toBe('€400');
    expect(metricValueInWords('speed_to_lead_median', 4, 'EUR')).toBe('4 hours');
    expect(metricValueInWords('pipeline_coverage', 3, 'EUR')).toBe('3');
    expect(metricValueInWords('mql_within_7_days', 0.5, 'EUR')).toBe('50 %');
  });

  it('reads names as people do', () => {
    expect(readableName('sdr_to_field_sales')).toBe('SDR to field sales');
    expect(shownText('a\u00adb\u3164\u2800\u115f\ufeff\u{e0041}\ufe0f\ud800')).toBe(
      'a[U+00AD]b[U+3164][U+2800][U+115F][U+FEFF][U+E0041][U+FE0F][U+D800]',
    );
    expect(shownText(' a\u2028b\u0000c\u2066d ')).toBe('a b[U+0000]c[U+2066]d');
  });
});

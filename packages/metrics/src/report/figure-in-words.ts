import type { MetricUnit } from '@sameteam/model';

/** A number as it is read, and its unit: empty for counts, plain numbers and money, which has its sign in front. */
export interface FigureInWords {
  readonly number: string;
  readonly unit: string;
}

const units: Readonly<Partial<Record<MetricUnit, string>>> = {
  ratio: '%',
  days: 'days',
  hours: 'h',
  working_hours: 'working h',
};

const tenths: ReadonlySet<MetricUnit> = new Set<MetricUnit>(['days', 'hours', 'working_hours', 'points', 'number']);

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/**
 * A figure of a metric as people read it: shares in percent, durations to a tenth, money in whole units from 1,000 on,
 * since nobody reads the cents of a million. A share that would read as zero without being it is `<0.1`.
 * @param value as in a row: a ratio, or minor units of the currency
 * @param currency ISO 4217 code of money; `null` for other units
 * @example figureInWords('ratio', 0.10525, null) // { number: '10.5', unit: '%' }
 */
export function figureInWords(unit: MetricUnit, value: number, currency: string | null): FigureInWords {
  return { number: numberOf(unit, value, currency), unit: units[unit] ?? '' };
}

/**
 * The same in one text.
 * @example figureText('money', 120000, 'EUR') // '€1,200'
 */
export function figureText(unit: MetricUnit, value: number, currency: string | null): string {
  const figure = figureInWords(unit, value, currency);
  return figure.unit === '' ? figure.number : `${figure.number} ${figure.unit}`;
}

function numberOf(unit: MetricUnit, value: number, currency: string | null): string {
  if (unit === 'ratio') return Math.abs(value) > 0 && Math.abs(value) < 0.0005 ? '<0.1' : tenth.format(value * 100);
  if (unit === 'money') return moneyText(value, currency ?? 'XXX');
  return tenths.has(unit) || !Number.isInteger(value) ? tenth.format(value) : whole.format(value);
}

function moneyText(amountMinor: number, currency: string): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const amount = amountMinor / 10 ** digits;
  const shown = amount === 0 || Math.abs(amount) >= 1000 ? 0 : digits;
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  }).format(amount);
}

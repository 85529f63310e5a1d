import type { ReportRow } from '@sameteam/api/client';

/** A number as people read it, and what stands beside it. */
export interface CellText {
  /** `8,000`, `10.5 %`, `14.7 days`, `€1,200`; `–` where nothing was divided by nothing. */
  readonly main: string;
  /** The interval, `(9.9 to 11.2)`; empty where there is none. */
  readonly note: string;
}

/** Stands for a value that does not exist. */
export const nothing = '–';

/** Marks a rate whose cohort has not had its window in full. */
export const youngMark = '*';

const whole = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const tenth = new Intl.NumberFormat('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** `8,000` */
export function countText(count: number): string {
  return whole.format(count);
}

/** `10.5 %` of a ratio in [0, 1]; a ratio that would read as zero without being it is `<0.1 %`. */
export function percentText(ratio: number): string {
  return `${percentNumber(ratio)} %`;
}

/**
 * The value of a row with its unit, marked when its cohort is young, and its interval.
 * @example cellText(row) // { main: '10.5 %', note: '(9.9 to 11.2)' }
 */
export function cellText(row: ReportRow | undefined): CellText {
  if (!row || row.value === null) return { main: nothing, note: '' };
  const mark = row.mature === false ? youngMark : '';
  return { main: `${valueText(row, row.value)}${mark}`, note: intervalText(row) };
}

function valueText(row: ReportRow, value: number): string {
  switch (row.unit) {
    case 'ratio':
      return percentText(value);
    case 'days':
      return `${tenth.format(value)} days`;
    case 'hours':
      return `${tenth.format(value)} h`;
    case 'working_hours':
      return `${tenth.format(value)} working h`;
    case 'money':
      return moneyText(value, row.currency ?? 'XXX');
    case 'points':
    case 'number':
      return tenth.format(value);
    default:
      return countText(value);
  }
}

function intervalText({ unit, low, high }: ReportRow): string {
  if (low === null || high === null) return '';
  if (unit === 'ratio') return `(${percentNumber(low)} to ${percentNumber(high)})`;
  return `(${tenth.format(low)} to ${tenth.format(high)})`;
}

function percentNumber(ratio: number): string {
  return ratio > 0 && ratio < 0.0005 ? '<0.1' : tenth.format(ratio * 100);
}

/** Whole units of a currency from 1,000 on, since nobody reads the cents of a million. */
function moneyText(amountMinor: number, currency: string): string {
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const amount = amountMinor / 10 ** digits;
  const shown = Math.abs(amount) >= 1000 ? 0 : digits;
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    minimumFractionDigits: shown,
    maximumFractionDigits: shown,
  }).format(amount);
}

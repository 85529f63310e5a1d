import type { ReportRow } from '@sameteam/api/client';

/** A number and its unit, apart, so that the unit can be set lighter. `before` the number for a leading currency. */
export interface FormattedValue {
  readonly number: string;
  readonly unit: string;
}

/** What is needed of a row to write its value. */
export type ValueLike = Pick<ReportRow, 'unit' | 'value' | 'currency'>;

/** How numbers and times are written: one of these for each language and zone. */
export interface Format {
  /** `8,000` */
  count(value: number): string;
  /** `10.5 %`, from a ratio in [0, 1]; `below 0.1 %` is told as such. */
  percent(ratio: number): string;
  /** A value with its unit; `null` where nothing was divided by nothing. */
  value(row: ValueLike): FormattedValue | null;
  /** The value with its unit as running text, and an em dash for none. */
  text(row: ValueLike): string;
  /** `9.9–11.2 %`; `null` where there is no interval. */
  interval(row: ValueLike & Pick<ReportRow, 'low' | 'high'>): string | null;
  /** `€1,234.50`, as somebody entered it: an amount in minor units, to the last of them. */
  money(minor: number, currency: string): string;
  /** `15 Jul 2018` of a `YYYY-MM-DD`. */
  day(isoDay: string): string;
  /** `15 Jul 2018, 14:05`, in the agreement's zone. */
  instant(iso: string): string;
}

/** The sign for a value that does not exist. */
export const emDash = '—';

/**
 * Makes a format.
 * @param locale BCP 47; an unusable one falls back to the browser's
 * @param timeZone IANA name of the zone of instants
 * @example createFormat({ locale: 'en', timeZone: 'UTC' }).percent(0.10525) // '10.5 %'
 */
export function createFormat({ locale, timeZone }: { readonly locale: string; readonly timeZone: string }): Format {
  const tag = usable(locale);
  const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const days = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const instants = new Intl.DateTimeFormat(tag, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  });

  const percentNumber = (ratio: number) =>
    ratio > 0 && ratio < 0.0005 ? `<${tenth.format(0.1)}` : tenth.format(ratio * 100);
  const money = (minor: number, currency: string, wholeFrom = Number.POSITIVE_INFINITY) => {
    const exact = new Intl.NumberFormat(tag, { style: 'currency', currency });
    const major = minor / 10 ** (exact.resolvedOptions().maximumFractionDigits ?? 2);
    return (Math.abs(major) < wholeFrom ? exact : moneyWhole(tag, currency)).format(major);
  };

  function value(row: ValueLike): FormattedValue | null {
    if (row.value === null) return null;
    if (row.unit === 'ratio') return { number: percentNumber(row.value), unit: '%' };
    if (row.unit === 'days') return { number: tenth.format(row.value), unit: row.value === 1 ? 'day' : 'days' };
    if (row.unit === 'hours') return { number: tenth.format(row.value), unit: 'h' };
    if (row.unit === 'working_hours') return { number: tenth.format(row.value), unit: 'working h' };
    if (row.unit === 'points' || row.unit === 'number') return { number: tenth.format(row.value), unit: '' };
    if (row.unit === 'money') return { number: money(row.value, row.currency ?? 'XXX', 1000), unit: '' };
    return { number: whole.format(row.value), unit: '' };
  }

  return {
    count: (number) => whole.format(number),
    percent: (ratio) => `${percentNumber(ratio)}\u00a0%`,
    value,
    text(row) {
      const written = value(row);
      if (written === null) return emDash;
      return written.unit === '' ? written.number : `${written.number}\u00a0${written.unit}`;
    },
    interval(row) {
      if (row.low === null || row.high === null) return null;
      const [low, high] = [value({ ...row, value: row.low }), value({ ...row, value: row.high })];
      if (low === null || high === null) return null;
      return `${low.number}–${high.number}${high.unit === '' ? '' : `\u00a0${high.unit}`}`;
    },
    money: (minor, currency) => money(minor, currency),
    day: (isoDay) => days.format(Date.parse(`${isoDay}T00:00:00Z`)),
    instant: (iso) => instants.format(Date.parse(iso)),
  };
}

function moneyWhole(tag: string | undefined, currency: string): Intl.NumberFormat {
  return new Intl.NumberFormat(tag, { style: 'currency', currency, maximumFractionDigits: 0 });
}

function usable(locale: string): string | undefined {
  try {
    return Intl.NumberFormat.supportedLocalesOf(locale)[0];
  } catch {
    return undefined;
  }
}

/** What a query by hand may name: numbers of words in the store, and the instant of the report. */
export interface HandWords {
  readonly n: (...words: readonly string[]) => string;
  readonly now: number;
}

/** Where a query says the figures of a metric, by its columns; 0 where it says nothing. */
export interface HandNumber {
  /** Column of the value; of a rate it is numerator over denominator. */
  readonly value?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly excluded?: string;
  readonly implied?: string;
  /** Column of the latest start of a window, by which a cohort is mature. */
  readonly latest?: string;
  /** What the value is divided by: seconds of an hour or a day, thousandths. */
  readonly over?: number;
  /** The value is what has come and gone in the month: those of all months before add up to the level. */
  readonly adds?: 'closing' | 'opening';
}

/** One scan that an analyst would write, by channel and month, and the metrics that it answers. */
export interface HandQuery {
  readonly sql: (words: HandWords) => string;
  readonly numbers: Readonly<Record<string, HandNumber>>;
}

/** Grouped by channel and month of a time. */
export function byMonth(
  select: readonly string[],
  table: string,
  time: string,
  where = `at_${time} IS NOT NULL`,
): string {
  return `SELECT channel, c.month AS month, ${select.join(', ')}
FROM ${table} JOIN calendar c ON c.day = day_${time} WHERE ${where} GROUP BY channel, c.month`;
}

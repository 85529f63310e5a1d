import type { MetricDefinition, ReportRow } from '@sameteam/api/client';
import { csvCell } from './csv-cell.ts';
import { csvMoney } from './csv-money.ts';
import { flattenRow } from './flatten-row.ts';
import { moneyParts } from './money-parts.ts';
import { reportKeys } from './report-keys.ts';

/** What of a row is in the unit of its metric. */
const inUnit: readonly string[] = ['value', 'low', 'high', 'projected', 'projectedLow', 'projectedHigh'];

/**
 * Rows as comma-separated values (RFC 4180, lines end with LF), with a heading, a column `folded` where
 * values are folded and, where there are amounts of money, a column `currency`. Amounts are in whole units of it, above and
 * below the line too, unlike in JSON.
 * @param by dimensions of the report, in their order
 * @param options.metrics those of the rows, and those that they are made of
 * @param options.currency of the agreement: a share of two sums of money has none of its own
 * @returns the heading alone when there are no rows
 */
export function reportCsv(
  rows: readonly ReportRow[],
  by: readonly string[],
  {
    metrics,
    currency: home,
  }: { readonly metrics: readonly Pick<MetricDefinition, 'id' | 'unit' | 'measure'>[]; readonly currency: string },
): string {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  const moneyOf = new Map(rows.map((row) => [row, moneyKeys(row)]));
  const keys = [
    ...reportKeys(by),
    ...(rows.some((row) => row.folded !== null) ? ['folded'] : []),
    ...([...moneyOf.values()].some(({ size }) => size > 0) ? ['currency'] : []),
  ];
  const lines = rows.map((row) => {
    const money = moneyOf.get(row) ?? new Set();
    const currency = row.currency ?? (money.size > 0 ? home : null);
    const flat = { ...flattenRow(row, by), currency };
    return keys
      .map((key) => cellOf(flat[key as keyof typeof flat] ?? null, money.has(key) ? currency : null))
      .join(',');
  });
  return `${[keys.map(csvCell).join(','), ...lines].join('\n')}\n`;

  /** The columns of a row that are amounts of money. */
  function moneyKeys({ metric: id, unit, numerator, denominator }: ReportRow): ReadonlySet<string> {
    const metric = byId.get(id);
    const parts = metric === undefined ? null : moneyParts(metric, (part) => byId.get(part)?.unit);
    return new Set([
      ...(unit === 'money' ? inUnit : []),
      ...(parts?.numerator && numerator !== null ? ['numerator'] : []),
      ...(parts?.denominator && denominator !== null ? ['denominator'] : []),
    ]);
  }
}

function cellOf(value: string | number | boolean | null, currency: string | null): string {
  return currency !== null && typeof value === 'number' ? csvMoney(value, currency) : csvCell(value);
}

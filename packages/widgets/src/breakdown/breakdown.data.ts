import type { MetricDefinition, ReportRow } from '@sameteam/api/client';
import type { Words } from '../base/words.ts';
import type { Format } from '../format/create-format.ts';
import { foldedLabel, sentenceStart, valueLabel } from '../format/value-label.ts';
import { scaleEnd } from '../marks/scale-end.ts';
import type { Value } from '../source/view.ts';

/** A metric of a breakdown, with the scale that all its rows share. */
export interface BreakdownColumn {
  readonly metric: string;
  readonly label: string;
  /** Quantities as bars, rates as dots with their interval, the rest as numbers. */
  readonly drawn: 'bar' | 'range' | 'none';
  /** Where the scale ends; it starts at zero. */
  readonly end: number;
  /** All rows together; `null` where the service did not say. */
  readonly total: ReportRow | null;
  readonly target: number | null;
}

/** A value of the dimension, with a number for each column; `null` where there is no row for it. */
export interface BreakdownLine {
  readonly value: Value;
  /** Whether it stands for the smallest values, which cannot be chosen. */
  readonly isFolded: boolean;
  readonly label: string;
  readonly cells: readonly (ReportRow | null)[];
}

/** The order of the rows: by a metric, or by the name of the value. */
export interface BreakdownOrder {
  readonly by: string;
  readonly isAscending: boolean;
}

/** What a breakdown draws. */
export interface Breakdown {
  readonly columns: readonly BreakdownColumn[];
  /** In order; the folded values and the missing one are always last. */
  readonly lines: readonly BreakdownLine[];
  /** The finding. */
  readonly title: string;
  /** What is not known of some leads; `null` where everything is. */
  readonly gap: string | null;
}

/** What a breakdown is made with. */
export interface BreakdownContext {
  readonly dimension: string;
  readonly metrics: readonly string[];
  readonly totals: readonly ReportRow[];
  readonly expected: Readonly<Record<string, number>>;
  readonly order: BreakdownOrder;
  readonly words: Words;
  readonly format: Format;
}

/** The name that orders rows by their value. */
export const byName = 'value';

/** Fewer leads than this tell nothing that a title should claim. */
const fewestLeads = 30;

/** Makes of the rows of several metrics, one for each value of a dimension, what is drawn. */
export function breakdownData(rows: readonly ReportRow[], context: BreakdownContext): Breakdown {
  const { dimension, metrics, totals, words, order } = context;
  const columns = metrics.map((metric): BreakdownColumn => {
    const own = rows.filter((row) => row.metric === metric);
    const total = totals.find((row) => row.metric === metric) ?? null;
    const unit = (own[0] ?? total)?.unit;
    const target = context.expected[metric] ?? null;
    return {
      metric,
      label: words.metricLabel(metric),
      drawn: unit === 'ratio' ? 'range' : unit === 'days' ? 'none' : 'bar',
      end: scaleEnd([
        ...own.flatMap(({ value, high, projected }) => [value, high, projected]),
        unit === 'ratio' ? target : null,
      ]),
      total,
      target,
    };
  });
  // A value may be called as the folded ones are.
  const keyOf = (row: ReportRow) => JSON.stringify([row.dimensions[dimension] ?? null, row.folded !== null]);
  const firsts = new Map(rows.toReversed().map((row) => [keyOf(row), row]));
  const groups = [...new Set(rows.map(keyOf))].flatMap((key) => firsts.get(key) ?? []);
  const lines = groups.map((first): BreakdownLine => {
    const value = first.dimensions[dimension] ?? null;
    const folded = foldedLabel(first.folded?.[dimension], context.format);
    return {
      value,
      isFolded: folded !== null,
      label: folded ?? valueLabel(value),
      cells: metrics.map((metric) => rows.find((row) => row.metric === metric && keyOf(row) === keyOf(first)) ?? null),
    };
  });
  return { columns, lines: lines.sort(inOrder(order, metrics)), ...findings(lines, columns, context) };
}

function inOrder(
  { by, isAscending }: BreakdownOrder,
  metrics: readonly string[],
): (a: BreakdownLine, b: BreakdownLine) => number {
  const sign = isAscending ? 1 : -1;
  const byLabel = (a: BreakdownLine, b: BreakdownLine) => a.label.localeCompare(b.label);
  const at = metrics.indexOf(by);
  return (a, b) => {
    if (rankOf(a) !== rankOf(b)) return rankOf(a) - rankOf(b);
    if (at < 0) return sign * byLabel(a, b);
    const [left, right] = [a.cells[at]?.value ?? null, b.cells[at]?.value ?? null];
    // What has no value is neither least nor most.
    if (left === null || right === null) return Number(left === null) - Number(right === null) || byLabel(a, b);
    return sign * (left - right) || byLabel(a, b);
  };
}

/** Values of their own first, then those that are folded, and the missing one. */
function rankOf({ value, isFolded }: BreakdownLine): number {
  return value === null ? 2 : isFolded ? 1 : 0;
}

function findings(
  lines: readonly BreakdownLine[],
  columns: readonly BreakdownColumn[],
  { dimension, words, format }: BreakdownContext,
): Pick<Breakdown, 'title' | 'gap'> {
  const name = words.dimensionLabel(dimension).toLocaleLowerCase();
  const named = lines.filter(({ value, isFolded }) => value !== null && value !== 'unknown' && !isFolded);
  const rate = columns.findIndex(({ drawn }) => drawn === 'range');
  const column = columns[rate];
  const title =
    column === undefined
      ? amountFinding(named, columns[0], name, format)
      : rateFinding(named, { at: rate, column, definition: words.metric(column.metric), name, format });
  return { title, gap: gapOf(lines, columns, format) };
}

/** Claims only what the intervals carry: a value whose interval does not reach the rate of all leads together. */
function rateFinding(
  lines: readonly BreakdownLine[],
  about: {
    readonly at: number;
    readonly column: BreakdownColumn;
    readonly definition: MetricDefinition | undefined;
    readonly name: string;
    readonly format: Format;
  },
): string {
  const { at, column, definition, name, format } = about;
  const overall = column.total?.value ?? null;
  const measure = `the ${column.label.toLocaleLowerCase()}`;
  if (overall === null) return `${column.label} by ${name}`;
  const judged = lines
    .flatMap(({ label, cells }) => {
      const cell = cells[at];
      return cell && cell.value !== null && (cell.denominator ?? 0) >= fewestLeads
        ? [{ label, cell, value: cell.value }]
        : [];
    })
    .sort((a, b) => b.value - a.value);
  const best = judged.find(({ cell }) => (cell.low ?? 0) > overall);
  const least = judged.findLast(({ cell }) => (cell.high ?? 1) < overall);
  const isWin = definition?.measure.kind === 'ratio' && definition.measure.to === 'won';
  const [most, fewest] = isWin
    ? ['wins most', 'wins least']
    : [`has the highest ${column.label.toLocaleLowerCase()}`, 'has the lowest'];
  const share = (value: number) => format.percent(value);
  if (best && least)
    return `${sentenceStart(best.label)} ${most} (${share(best.value)}), ${least.label} ${isWin ? 'least' : fewest} (${share(least.value)}); ${share(overall)} overall`;
  if (best) return `${sentenceStart(best.label)} ${most}: ${share(best.value)}, against ${share(overall)} overall`;
  if (least) return `${sentenceStart(least.label)} ${fewest}: ${share(least.value)}, against ${share(overall)} overall`;
  return `No ${name} stands clearly apart from ${measure} of ${share(overall)} overall`;
}

function amountFinding(
  lines: readonly BreakdownLine[],
  column: BreakdownColumn | undefined,
  name: string,
  format: Format,
): string {
  const largest = lines.reduce<{ label: string; row: ReportRow } | null>((found, { label, cells: [row] }) => {
    return row && (row.value ?? 0) > (found?.row.value ?? 0) ? { label, row } : found;
  }, null);
  if (column === undefined || largest === null) return `${column?.label ?? 'Leads'} by ${name}`;
  const all = column.total?.value ?? null;
  const share = all === null || all === 0 ? '' : `, ${format.percent((largest.row.value ?? 0) / all)} of all`;
  return `${sentenceStart(largest.label)} brings most: ${format.text(largest.row)}${share}`;
}

function gapOf(lines: readonly BreakdownLine[], columns: readonly BreakdownColumn[], format: Format): string | null {
  const at = columns.findIndex(({ drawn, total }) => drawn === 'bar' && total?.unit === 'leads');
  const count = (value: Value) => lines.find((line) => line.value === value && !line.isFolded)?.cells[at]?.value ?? 0;
  const [none, unknown] = [count(null), count('unknown')];
  const parts = [
    ...(none > 0 ? [`${format.count(none)} have no value`] : []),
    ...(unknown > 0 ? [`${format.count(unknown)} are “unknown”, which is a value`] : []),
  ];
  return parts.length === 0 ? null : `Of the leads ${parts.join(' and ')}.`;
}

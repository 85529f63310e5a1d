import { type MetricDefinition, metricWindow, type ReportRow } from '@sameteam/metrics';
import type { HandNumber } from './by-hand/hand-query.ts';
import { bucketLabelOf } from './month-label.ts';
import type { HandReport, HandRow } from './standard-report-by-hand.ts';
import { teamAgreement } from './team-agreement.ts';

const dayMs = 86_400_000;

/** What the report and the queries by hand say otherwise, in words; the metrics that nobody wrote by hand. */
export interface Comparison {
  readonly differing: readonly string[];
  readonly compared: number;
  readonly notByHand: readonly string[];
}

/** Compares every row of a report with the numbers by hand. Metrics that are made of others are not asked of a database. */
export function compareByHand(
  rows: readonly ReportRow[],
  metrics: readonly MetricDefinition[],
  { report, nowMs }: { readonly report: HandReport; readonly nowMs: number },
): Comparison {
  const byHand = new Map(
    report.answers.flatMap(({ numbers, rows: found }) =>
      Object.entries(numbers).map(([metric, number]) => [metric, { number, places: placesOf(found) }] as const),
    ),
  );
  const differing: string[] = [];
  const notByHand = new Set<string>();
  let compared = 0;
  for (const row of rows) {
    const metric = metrics.find(({ id }) => id === row.metric) as MetricDefinition;
    const known = byHand.get(row.metric);
    if (known === undefined) {
      if (!isComposed(metric)) notByHand.add(row.metric);
      continue;
    }
    compared++;
    const expected = figuresOf(known.number, known.places, row, { metric, nowMs });
    for (const [name, value] of Object.entries(expected)) {
      const found = row[name as keyof ReportRow] as number | boolean | null;
      if (!alike(found, value))
        differing.push(`${row.metric} ${name} of ${JSON.stringify(row.dimensions)}: ${found}, by hand ${value}`);
    }
  }
  return { differing, compared, notByHand: [...notByHand] };
}

function isComposed({ measure }: MetricDefinition): boolean {
  return ['quotient', 'sum_of', 'product_of', 'target'].includes(measure.kind);
}

type Places = ReadonlyMap<string, readonly HandRow[]>;

/** Rows of each channel by month. */
function placesOf(rows: readonly HandRow[]): Places {
  const places = new Map<string, HandRow[]>();
  for (const row of rows) {
    const key = String(row.channel);
    const of = places.get(key);
    if (of === undefined) places.set(key, [row]);
    else of.push(row);
  }
  return places;
}

function figuresOf(
  number: HandNumber,
  places: Places,
  row: ReportRow,
  { metric, nowMs }: { readonly metric: MetricDefinition; readonly nowMs: number },
): Partial<Record<keyof ReportRow, number | boolean | null>> {
  const rows = places.get(String(row.dimensions['source.channel'])) ?? [];
  const month = row.dimensions.month;
  const here = rows.find((one) => bucketLabelOf(one.month) === month);
  if (number.adds !== undefined) {
    const past = rows.filter((one) => {
      const label = bucketLabelOf(one.month);
      return label < String(month) || (number.adds === 'closing' && label === month);
    });
    const sum = (column: string | undefined) => past.reduce((all, one) => all + (read(one, column) ?? 0), 0);
    return { value: Math.trunc(sum(number.value) / (number.over ?? 1)), excluded: sum(number.excluded) };
  }
  const of = (column: string | undefined) => (here === undefined ? null : read(here, column));
  const common = { excluded: of(number.excluded) ?? 0, implied: of(number.implied) ?? 0 };
  const window = metricWindow(metric, teamAgreement);
  const latest = of(number.latest);
  const mature =
    number.latest === undefined || window === null || latest === null
      ? {}
      : { mature: latest + window.days * dayMs <= nowMs };
  if (number.numerator !== undefined) {
    const numerator = of(number.numerator) ?? 0;
    const denominator = of(number.denominator) ?? 0;
    return { ...common, ...mature, numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
  }
  const value = of(number.value);
  const isNothing = value === null && ['seconds', 'number', 'duration'].includes(metric.measure.kind);
  const isMean = number.value?.includes(' / ') === true;
  const denominator = number.denominator === undefined ? {} : { denominator: of(number.denominator) ?? 0 };
  return {
    ...common,
    ...mature,
    ...denominator,
    value: value === null ? (isNothing || isMean ? null : 0) : value / (number.over ?? 1),
  };
}

/** A column, a place in a list (`q.1`), a difference (`a - b`) or a quotient (`a / b`). */
function read(row: HandRow, column: string | undefined): number | null {
  if (column === undefined) return null;
  const [, left, sign, right] = /^(\w+) ([-/]) (\w+)$/.exec(column) ?? [];
  if (left !== undefined && right !== undefined) {
    const [a, b] = [read(row, left) ?? 0, read(row, right) ?? 0];
    if (sign === '-') return a - b;
    return b === 0 ? null : a / b;
  }
  const [name = '', place] = column.split('.');
  const value = row.of[name];
  const one =
    place === undefined ? value : (value as { readonly items: readonly unknown[] } | null)?.items[Number(place)];
  return one === null || one === undefined ? null : Number(one);
}

function alike(found: number | boolean | null, expected: number | boolean | null | undefined): boolean {
  if (typeof found !== 'number' || typeof expected !== 'number') return found === expected;
  return Math.abs(found - expected) <= 1e-9 * Math.max(1, Math.abs(expected));
}

import type { Report, ReportRequest, ReportRow } from '@sameteam/api/client';
import { anchorInWords, dimension, type MetricDefinition, metricDimensions } from '@sameteam/metrics';
import type { DimensionId } from '@sameteam/model';
import { plainText } from '../terminal/plain-text.ts';

/** Metrics that a sentence names. */
const mostNamed = 3;

/**
 * Sentences on what a lead gets in the course of time, such as an owner: it is read at the date of the metric's event, and
 * where nobody had one by then, every number is zero or stands without one. That is right, and not what was meant.
 * @param metrics every metric that can be asked for
 * @returns none where something was known, or where the metric cannot read it as it is now
 */
export function notKnownThen(
  { rows }: Report,
  { by = [], filters = [] }: ReportRequest,
  metrics: readonly MetricDefinition[],
): readonly string[] {
  const asked = [
    ...by.map((id) => ({ id, option: '--by', isMissed: (found: readonly ReportRow[]) => allWithout(found, id) })),
    ...filters
      .filter((filter) => 'in' in filter && !filter.in.includes(null))
      .map(({ dimension: id }) => ({ id, option: '--where', isMissed: allEmpty })),
  ];
  const knows = (id: string, dimensionId: DimensionId) => {
    const metric = metrics.find((one) => one.id === id);
    return metric !== undefined && metricDimensions(metric, metrics).includes(dimensionId);
  };
  return asked.flatMap(({ id, option, isMissed }) => {
    const now = dimension(`current.${id}`);
    if (now === undefined) return [];
    return [...anchored(rows)].flatMap(([anchor, found]) => {
      const missed = [...found].filter(([id, of]) => isMissed(of) && knows(id, now.id)).map(([metric]) => metric);
      return missed.length === 0 ? [] : [sentence({ id, now: now.id, option, anchor, missed })];
    });
  });
}

/** Rows by anchor and metric. */
function anchored(rows: readonly ReportRow[]): ReadonlyMap<string, ReadonlyMap<string, readonly ReportRow[]>> {
  const found = new Map<string, Map<string, ReportRow[]>>();
  for (const row of rows) {
    const metrics = found.get(row.anchor) ?? new Map<string, ReportRow[]>();
    metrics.set(row.metric, [...(metrics.get(row.metric) ?? []), row]);
    found.set(row.anchor, metrics);
  }
  return found;
}

const isCounted = ({ numerator, denominator }: ReportRow) => (denominator ?? numerator ?? 0) !== 0;

function allWithout(rows: readonly ReportRow[], id: string): boolean {
  const counted = rows.filter(isCounted);
  return counted.length > 0 && counted.every((row) => row.dimensions[id] === null);
}

function allEmpty(rows: readonly ReportRow[]): boolean {
  return !rows.some(isCounted);
}

function sentence(missed: {
  readonly id: string;
  readonly now: string;
  readonly option: string;
  readonly anchor: string;
  readonly missed: readonly string[];
}): string {
  const { id, now, option, anchor, missed: metrics } = missed;
  const more = metrics.length > mostNamed ? ` and ${metrics.length - mostNamed} more` : '';
  const which = option === '--by' ? `No ${id} was known` : `Nothing was found with that ${id}`;
  return plainText(
    `${which} in ${metrics.slice(0, mostNamed).join(', ')}${more}: it is read at the date of ${anchorInWords(anchor)}, and it may have come later. ${option} ${now} takes what it is now.`,
  );
}

import { type DimensionId, nearestName, parseInstant, stages } from '@sameteam/model';
import { Temporal } from 'temporal-polyfill';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { metricDefinitions } from '../metrics/registry.ts';
import { MetricsError } from '../metrics-error.ts';
import { isRowMeasure } from '../report/fact-measure.ts';
import { isStageMeasure, metricMeasure } from '../report/metric-measure.ts';
import { partsOf } from '../report/parts-of.ts';
import { dimension, dimensions } from './dimensions.ts';
import type { Filter, Grain, Plan } from './plan.ts';

/** A report as it is asked for: names and dates as text. */
export interface PlanRequest {
  readonly metrics: readonly string[];
  readonly by?: readonly string[] | undefined;
  readonly filters?:
    | readonly {
        readonly dimension: string;
        readonly in?: readonly (string | null)[] | undefined;
        readonly notIn?: readonly (string | null)[] | undefined;
      }[]
    | undefined;
  /** First and last day, both included. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** The same as a calendar dimension in `by`. */
  readonly grain?: Grain | undefined;
  readonly anchor?: string | undefined;
  /** An instant, or a day that is taken to its end in the zone. */
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  /** Version of the agreement that judges everything; the one that bound when it happened where none is asked for. */
  readonly version?: number | undefined;
  /**
   * Most values of each dimension that have a row of their own: the rarest others are folded into one row, which says how
   * many they are, so that the rows still add up. All values unless told.
   */
  readonly top?: number | undefined;
  /** Most rows that the report may have; 100,000 unless told. */
  readonly cellLimit?: number | undefined;
}

/** What a request is read by. */
export interface PlanContext {
  /** The agreement's zone, in which days begin. */
  readonly zone: string;
  /** As-of where none is asked for, UTC milliseconds. */
  readonly nowMs: number;
  /** Every metric that can be asked for, such as `engine.metrics`; those that come with Sameteam unless told. */
  readonly metrics?: readonly MetricDefinition[];
}

/**
 * Checks a request and makes it a plan.
 * @throws MetricsError with the nearest name for what is unknown
 * @example parsePlan({ metrics: ['captured', 'won'], by: ['source.channel'] }, { zone: 'UTC', nowMs })
 */
export function parsePlan(request: PlanRequest, { zone, nowMs, metrics = metricDefinitions }: PlanContext): Plan {
  if (request.metrics.length === 0) throw new MetricsError('no-metric');
  const find = finderOf(metrics);
  for (const id of request.metrics) find(id);
  const asked = [...(request.by ?? [])];
  if (request.grain !== undefined && !asked.includes(request.grain)) asked.push(request.grain);
  const from = request.from === undefined ? null : day('from', request.from);
  const to = request.to === undefined ? null : day('to', request.to);
  if (from !== null && to !== null && to < from) throw new MetricsError('period-reversed', { from, to });
  return {
    metrics: [...new Set(request.metrics)],
    by: parseDimensions(asked),
    filters: (request.filters ?? []).map(parseFilter),
    from,
    to,
    anchor: request.anchor === undefined ? null : parseAnchor(request.anchor, request.metrics, { metrics, find }),
    asOfMs: request.asOf === undefined ? nowMs : instant('as-of', request.asOf, zone),
    knownAtMs: request.knownAt === undefined ? null : instant('known-at', request.knownAt, zone),
    version: request.version ?? null,
    top: request.top === undefined ? null : topOf(request.top),
    cellLimit: request.cellLimit ?? defaultCellLimit,
  };
}

/** Most rows that a report has unless a plan says another limit. */
const defaultCellLimit = 100_000;

function topOf(top: number): number {
  if (Number.isSafeInteger(top) && top > 0) return top;
  throw new MetricsError('bad-top', { found: String(top) });
}

/** Finds metrics by their ids. */
function finderOf(metrics: readonly MetricDefinition[]): (id: string) => MetricDefinition {
  const byId = new Map(metrics.map((metric) => [metric.id, metric]));
  return (id) => {
    const found = byId.get(id);
    if (found !== undefined) return found;
    throw new MetricsError('unknown-metric', { id, nearest: nearestName(id, [...byId.keys()]) });
  };
}

function parseDimensions(ids: readonly string[]): readonly DimensionId[] {
  const found = ids.map(knownDimension);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) throw new MetricsError('repeated-dimension', { id: repeated });
  const grains = found.filter((d) => d.kind === 'calendar');
  if (grains.length > 1) throw new MetricsError('two-grains', { grains: grains.map((d) => d.id).join(' and ') });
  return found.map((d) => d.id);
}

function knownDimension(id: string) {
  const found = dimension(id);
  if (found !== undefined) return found;
  const known = dimensions.map((d) => d.id);
  throw new MetricsError('unknown-dimension', { id, nearest: nearestName(id, known), known: known.join(', ') });
}

function parseFilter(filter: NonNullable<PlanRequest['filters']>[number]): Filter {
  const found = knownDimension(filter.dimension);
  if (found.kind === 'calendar') throw new MetricsError('filter-on-calendar', { dimension: found.id });
  const { in: kept = [], notIn: left = [] } = filter;
  if (kept.length > 0 === left.length > 0) throw new MetricsError('bad-filter', { dimension: found.id });
  return kept.length > 0 ? { dimension: found.id, in: kept } : { dimension: found.id, notIn: left };
}

/** A rate is a cohort: it can be anchored at its denominator's event or before, not after (rule 2). */
function parseAnchor(
  anchor: string,
  asked: readonly string[],
  { metrics, find }: { readonly metrics: readonly MetricDefinition[]; readonly find: (id: string) => MetricDefinition },
): string {
  const known = new Set<string>(stages);
  for (const metric of metrics) for (const name of anchorsOf(metric) ?? []) known.add(name);
  if (!known.has(anchor)) {
    throw new MetricsError('unknown-stage', {
      id: anchor,
      nearest: nearestName(anchor, [...known]),
      known: stages.join(', '),
    });
  }
  for (const part of new Set(asked.flatMap((id) => [...partsOf(id, find)]))) {
    const metric = find(part);
    const anchors = anchorsOf(metric);
    if (anchors === null || anchors.includes(anchor)) continue;
    const { measure } = metric;
    if (isStageMeasure(measure) && 'from' in measure) {
      throw new MetricsError('anchor-after-denominator', { metric: part, anchor, from: measure.from });
    }
    throw new MetricsError('no-such-anchor', { metric: part, anchor, anchors: anchors.join(' or ') });
  }
  return anchor;
}

/** Where a metric can be anchored; `null` where it has no rows of its own. */
function anchorsOf(metric: MetricDefinition): readonly string[] | null {
  const measure = metricMeasure(metric);
  return isRowMeasure(measure) ? measure.anchors : null;
}

function day(field: string, text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const date = new Date(`${text}T00:00:00Z`);
    if (!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)) return text;
  }
  throw new MetricsError('bad-date', { field, found: text });
}

function instant(field: string, text: string, zone: string): number {
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
      return Temporal.PlainDate.from(text).add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds - 1;
    }
    return parseInstant(text);
  } catch (cause) {
    throw new MetricsError('bad-instant', { field, found: text }, { cause });
  }
}

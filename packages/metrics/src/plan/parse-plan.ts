import { type DimensionId, nearestName, parseInstant, type StageId, stages } from '@sameteam/model';
import { Temporal } from 'temporal-polyfill';
import { metricDefinition, metricIds } from '../metrics/registry.ts';
import { MetricsError } from '../metrics-error.ts';
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
  /** Most rows that the report may have; 100,000 unless told. */
  readonly cellLimit?: number | undefined;
}

/**
 * Checks a request and makes it a plan.
 * @param options.zone the agreement's zone, in which days begin
 * @param options.nowMs as-of where none is asked for
 * @throws MetricsError with the nearest name for what is unknown
 * @example parsePlan({ metrics: ['captured', 'won'], by: ['source.channel'] }, { zone: 'UTC', nowMs })
 */
export function parsePlan(
  request: PlanRequest,
  { zone, nowMs }: { readonly zone: string; readonly nowMs: number },
): Plan {
  if (request.metrics.length === 0) throw new MetricsError('no-metric');
  for (const id of request.metrics) {
    if (metricDefinition(id) === undefined)
      throw new MetricsError('unknown-metric', { id, nearest: nearestName(id, metricIds) });
  }
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
    anchor: request.anchor === undefined ? null : parseAnchor(request.anchor, request.metrics),
    asOfMs: request.asOf === undefined ? nowMs : instant('as-of', request.asOf, zone),
    knownAtMs: request.knownAt === undefined ? null : instant('known-at', request.knownAt, zone),
    version: request.version ?? null,
    cellLimit: request.cellLimit ?? 100_000,
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
function parseAnchor(id: string, metrics: readonly string[]): StageId {
  const anchor = parseStage(id);
  for (const metric of metrics) {
    const measure = metricDefinition(metric)?.measure;
    if (measure === undefined || measure.kind === 'count') continue;
    if (measure.kind === 'sum') {
      const anchors: readonly StageId[] = ['opportunity', 'won'];
      if (!anchors.includes(anchor))
        throw new MetricsError('no-such-anchor', { metric, anchor, anchors: anchors.join(' or ') });
    } else if (stages.indexOf(anchor) > stages.indexOf(measure.from)) {
      throw new MetricsError('anchor-after-denominator', { metric, anchor, from: measure.from });
    }
  }
  return anchor;
}

function parseStage(id: string): StageId {
  const found = stages.find((stage) => stage === id);
  if (found !== undefined) return found;
  throw new MetricsError('unknown-stage', { id, nearest: nearestName(id, stages), known: stages.join(', ') });
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

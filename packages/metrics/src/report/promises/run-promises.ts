import { minorDigits } from '@sameteam/agreement';
import type { Engine } from '../../engine.ts';
import { dayOf, zoneOffsets } from '../../facts/zone-days.ts';
import { MetricsError } from '../../metrics-error.ts';
import { bucketLabel, bucketStart, type CalendarRules, dayNumber, isoDay, nextBucket } from '../../plan/calendar.ts';
import { type PlanRequest, parsePlan } from '../../plan/parse-plan.ts';
import type { Grain, Plan } from '../../plan/plan.ts';
import type { ReportRow } from '../../report-row.ts';
import { calendarRules } from '../metric-scope.ts';
import { openPeriod } from '../open-period.ts';
import { promiseInWords } from './promise-in-words.ts';
import { filtersOf, promisesOf, type SlaPromise } from './promises-of.ts';

/** A question whether both teams keep what they promised in numbers. */
export type PromisesRequest = Pick<PlanRequest, 'from' | 'to' | 'asOf' | 'knownAt' | 'version'>;

/** One period of a promise. */
export interface PromisedPeriod {
  /** As the grain names it. */
  readonly period: string;
  /** In the unit of the metric; `null` where there was nothing to divide. */
  readonly value: number | null;
  /** Bounds of its 95 % interval, of a share. */
  readonly low: number | null;
  readonly high: number | null;
  /** Whether it was kept; `null` where it is not judged. */
  readonly kept: boolean | null;
  /**
   * Why it is not judged: the period is not over, not all of its cohort has had its time, there was nothing to divide, or
   * the period is cut by the days that were asked for.
   */
  readonly why: 'open' | 'young' | 'nothing' | 'cut' | null;
}

/** A promise with its periods. */
export interface KeptPromise extends SlaPromise {
  readonly label: string;
  readonly unit: ReportRow['unit'];
  readonly currency: string | null;
  readonly periods: readonly PromisedPeriod[];
  /** Periods in which it was kept, and those that were judged. */
  readonly kept: number;
  readonly judged: number;
  /** What it comes to, to be read. */
  readonly sentence: string;
}

/** What was promised in numbers, by the agreement that judges at as-of. */
export interface PromisesReport {
  readonly promises: readonly KeptPromise[];
  /** ISO 8601. */
  readonly asOf: string;
}

/**
 * Judges the promises of quantity and quality in the SLA of both teams: `count` so many, `metric` so good, in each of their
 * periods. A period that is not over, or whose cohort is young, is shown and not judged. Promises of a time are judged by
 * `sla_attainment` instead, entry by entry.
 * @returns without promises where the SLA only promises times
 * @throws MetricsError those of `parsePlan`, `unknown-metric` for a metric that the agreement names and nobody knows
 * @example
 * const { promises } = await runPromises(engine, {}, { nowMs });
 * promises.every(({ kept, judged }) => kept <= judged) // true
 */
export async function runPromises(
  engine: Pick<Engine, 'agreement' | 'metrics' | 'run' | 'status' | 'withReducer'>,
  request: PromisesRequest,
  { nowMs }: { readonly nowMs: number },
): Promise<PromisesReport> {
  const { timeZone: zone } = engine.agreement;
  const context = { zone, nowMs, metrics: engine.metrics };
  const plain = parsePlan({ ...request, metrics: ['captured'] }, context);
  const agreement = await engine.withReducer(async (_, agreementOf) => agreementOf(plain));
  const find = (id: string) => engine.metrics.find((one) => one.id === id);
  const { firstEventMs } = await engine.status();
  const startMs = Math.min(firstEventMs ?? plain.asOfMs, plain.asOfMs);
  const dayOfMs = dayOf(zoneOffsets(zone, { fromMs: startMs, toMs: plain.asOfMs }));
  const promises: KeptPromise[] = [];
  for (const promise of promisesOf(agreement, find)) {
    const metric = find(promise.metric);
    if (metric === undefined) throw new MetricsError('unknown-metric', { id: promise.metric, nearest: null });
    const told = { ...promise, label: metric.label, unit: metric.unit };
    const rules = calendarRules(agreement);
    // A period in which nothing came is one in which nothing was kept, and stands in the report only where it is asked for.
    const first = bucketStart(dayOfMs(startMs), promise.per, rules);
    const last = nextBucket(bucketStart(dayOfMs(plain.asOfMs), promise.per, rules), promise.per) - 1;
    const plan = parsePlan(
      {
        ...request,
        from: request.from ?? isoDay(first),
        to: request.to ?? isoDay(last),
        metrics: [promise.metric],
        grain: promise.per,
        filters: filtersOf(promise),
        ...(promise.anchor === null ? {} : { anchor: promise.anchor }),
      },
      context,
    );
    const rows = promise.isOfSome || firstEventMs === null ? [] : await engine.run(plan);
    const open = openPeriod(agreement, promise.per, plan.asOfMs);
    // The agreement says money in units of its currency, rows in the smallest ones.
    const scale = metric.unit === 'money' ? 10 ** minorDigits(agreement.currency) : 1;
    const cut = cutPeriods(plan, promise.per, rules);
    const periods = rows.map((row) => periodOf(row, promise, { open: open?.label ?? null, cut, scale }));
    const judged = periods.filter(({ kept }) => kept !== null);
    const counted = { ...told, periods, kept: judged.filter(({ kept }) => kept).length, judged: judged.length };
    const kept = { ...counted, currency: rows[0]?.currency ?? null };
    promises.push({ ...kept, sentence: promiseInWords(kept) });
  }
  return { promises, asOf: new Date(plain.asOfMs).toISOString() };
}

/** Labels of the periods of which the days that were asked for hold only a part. */
function cutPeriods({ from, to }: Pick<Plan, 'from' | 'to'>, grain: Grain, rules: CalendarRules): ReadonlySet<string> {
  const labels = new Set<string>();
  const cut = (isoDate: string, isWhole: (start: number, day: number) => boolean) => {
    const day = dayNumber(isoDate);
    const start = bucketStart(day, grain, rules);
    if (!isWhole(start, day)) labels.add(bucketLabel(start, grain, rules));
  };
  if (from !== null) cut(from, (start, day) => start === day);
  if (to !== null) cut(to, (start, day) => nextBucket(start, grain) - 1 === day);
  return labels;
}

function periodOf(
  { dimensions, value, low, high, mature }: ReportRow,
  { per, atLeast, atMost }: SlaPromise,
  { open, cut, scale }: { readonly open: string | null; readonly cut: ReadonlySet<string>; readonly scale: number },
): PromisedPeriod {
  const period = dimensions[per] ?? '';
  const told = { period, value, low, high };
  // Labels of one grain sort as times do.
  if (open !== null && period >= open) return { ...told, kept: null, why: 'open' };
  if (cut.has(period)) return { ...told, kept: null, why: 'cut' };
  if (value === null) return { ...told, kept: null, why: 'nothing' };
  if (mature === false) return { ...told, kept: null, why: 'young' };
  const isKept = (atLeast === null || value >= atLeast * scale) && (atMost === null || value <= atMost * scale);
  return { ...told, kept: isKept, why: null };
}

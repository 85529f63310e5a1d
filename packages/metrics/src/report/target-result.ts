import { type Agreement, convertMoney, minorDigits } from '@sameteam/agreement';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { bucketLabel, bucketStart, type CalendarRules, nextBucket } from '../plan/calendar.ts';
import { dimension } from '../plan/dimensions.ts';
import type { Grain } from '../plan/plan.ts';
import { type BindingSpan, isBoundDuring } from './binding.ts';
import { type Figures, noFigures } from './figures.ts';
import { metricMeasure } from './metric-measure.ts';
import type { MetricResult, RowPlace } from './metric-result.ts';
import { calendarRules } from './metric-scope.ts';
import { startOfDay } from './money-sums.ts';
import { placeDays } from './place-days.ts';
import { reignsIn } from './reigns-in.ts';
import type { ReportContext } from './report-context.ts';

/** From one local day to another, both included. */
interface Days {
  readonly first: number;
  readonly last: number;
}

/** What the agreement wants of a metric in one period of a calendar. */
interface Wanted {
  readonly grain: Grain;
  /** By label of the period, or for each period alike. */
  readonly ofPeriod: (label: string) => number | null;
  /** Address of the clause. */
  readonly clause: string;
}

/**
 * The target of a metric in each period: of `plan`, else of `goals`, else of an SLA of quantity. A period that is cut
 * otherwise gets its share by days, and so does each version that bound in it. It is the target of everybody: there is none
 * for a group or a filter.
 */
export function targetResult(metric: MetricDefinition, context: ReportContext): MetricResult {
  const { plan, agreement, history, dayOf } = context;
  const measure = metricMeasure(metric);
  const of = measure.kind === 'target' ? measure.metric : metric.id;
  const isWhole = measure.kind === 'target' && measure.part === 'whole';
  const isOfAll = plan.filters.length === 0 && plan.by.every((id) => dimension(id)?.kind === 'calendar');
  const scale = metric.unit === 'money' ? 10 ** minorDigits(agreement.currency) : 1;
  const today = dayOf(plan.asOfMs);
  return {
    addresses: [],
    figures: async (places) => new Map(places.map((place) => [place.key, figuresAt(place)])),
  };

  function figuresAt(place: RowPlace): Figures {
    const days = daysOf(place);
    if (!isOfAll || days === null) return noFigures;
    const last = isWhole ? days.last : Math.min(days.last, today);
    const target = targetIn({ first: days.first, last });
    const value = target === null ? null : Math.round(target * scale);
    return {
      ...noFigures,
      value,
      numerator: value,
      binding: value === null ? null : isBoundDuring(context, spanOf(days)),
    };
  }

  /** What the versions want that bound in the days; a version that was asked for is the only one. */
  function targetIn(days: Days): number | null {
    const reigns = plan.version === null ? reignsIn(days, { agreement, history }) : [{ ...days, agreement }];
    let target: number | null = null;
    for (const { agreement: judging, first, last } of reigns) {
      const wanted = wantedOf(judging, of);
      if (wanted === null) continue;
      const part = targetOfDays(wanted, calendarRules(judging), { first, last });
      const units = metric.unit === 'money' ? unitsFrom(judging, part, first) : part;
      if (units !== null) target = (target ?? 0) + units;
    }
    return target;
  }

  /** Units of the report's currency of what a version wants in its own; `null` without a rate. */
  function unitsFrom({ currency }: Agreement, units: number | null, day: number): number | null {
    if (units === null || currency === agreement.currency) return units;
    const money = { amountMinor: Math.round(units * 10 ** minorDigits(currency)), currency };
    const converted = convertMoney(agreement, money, startOfDay(day, agreement.timeZone));
    return converted.success ? converted.money.amountMinor / scale : null;
  }

  function daysOf(place: RowPlace): Days | null {
    const { first, last } = placeDays(place, plan);
    return first === null || last === null ? null : { first, last };
  }

  /** What of the days has passed; of days to come the first moment. */
  function spanOf({ first, last }: Days): BindingSpan {
    const fromMs = startOfDay(first, agreement.timeZone);
    const endMs = startOfDay(last + 1, agreement.timeZone) - 1;
    return { fromMs, toMs: Math.max(fromMs, Math.min(endMs, plan.asOfMs)) };
  }
}

/** Where the agreement says what it wants of a metric; `null` where it does not. */
export function wantedOf(agreement: Agreement, metric: string): Wanted | null {
  const planned = Object.hasOwn(agreement.plan, metric) ? agreement.plan[metric] : undefined;
  if (planned !== undefined) {
    const [label = ''] = Object.keys(planned);
    const grain = /^\d{4}-\d/.test(label) ? 'month' : label.includes('Q') ? 'quarter' : 'year';
    return { grain, ofPeriod: (name) => planned[name.replace(/^FY/, '')] ?? null, clause: `plan.${metric}` };
  }
  const goal = agreement.goals.find((one) => one.metric === metric);
  if (goal !== undefined) return { grain: goal.per, ofPeriod: () => goal.target, clause: `goals.${goal.id ?? metric}` };
  for (const [id, clause] of Object.entries(agreement.sla)) {
    if (!('count' in clause) || !Object.hasOwn(clause.count, metric)) continue;
    const count = clause.count[metric] ?? 0;
    return { grain: clause.per, ofPeriod: () => count, clause: `sla.${id}` };
  }
  return null;
}

/** Each day has its share of the target of its period. */
function targetOfDays(
  { grain, ofPeriod }: Wanted,
  rules: CalendarRules,
  { first, last }: { readonly first: number; readonly last: number },
): number | null {
  let target: number | null = null;
  for (let start = bucketStart(first, grain, rules); start <= last; start = nextBucket(start, grain)) {
    const next = nextBucket(start, grain);
    const of = ofPeriod(bucketLabel(start, grain, rules));
    if (of === null) continue;
    const days = Math.min(last, next - 1) - Math.max(first, start) + 1;
    target = (target ?? 0) + (of * Math.max(0, days)) / (next - start);
  }
  return target;
}

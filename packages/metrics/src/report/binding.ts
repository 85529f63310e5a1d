import type { AgreementHistory } from '@sameteam/agreement';
import type { Plan } from '../plan/plan.ts';
import type { FactAggregate } from '../plan/reduction.ts';
import type { RowTest } from '../plan/row-test.ts';
import type { RowMeasure } from './fact-measure.ts';
import { measureParts } from './measure-parts.ts';
import { bothOf, everyRow, isAtLeast, isBelow, noRow, rowsWith } from './row-tests.ts';

/** What decides whether a number is binding. */
export interface BindingContext {
  readonly plan: Pick<Plan, 'asOfMs' | 'version'>;
  /** Which version bound when; `null` where nobody has looked at signatures: then nothing is binding. */
  readonly history: AgreementHistory | null;
}

/** From the first to the last of two instants, both included. UTC milliseconds. */
export interface BindingSpan {
  readonly fromMs: number;
  readonly toMs: number;
}

/**
 * Counts the rows that a measure counts and that no binding version judges (rule 21): hand-offs and SLA entries know it
 * themselves, of what is so at as-of that instant decides, of anything else its anchor. Where one version was asked for,
 * it is not what bound, so that nothing is binding.
 * @param anchor time column that places the rows
 */
export function unboundAggregate(measure: RowMeasure, anchor: string, context: BindingContext): FactAggregate {
  return { kind: 'count', where: bothOf(measureParts(measure).denominator, unbound(measure, anchor, context)) };
}

function unbound({ grain, readAt }: RowMeasure, anchor: string, { plan, history }: BindingContext): RowTest {
  const periods = history?.periods ?? [];
  const [first] = periods;
  if (first === undefined || plan.version !== null) return everyRow;
  if (grain === 'entries' || grain === 'cycles') return rowsWith(isBelow('binding', 1));
  if (readAt === 'now') return boundAt(history, plan.asOfMs) ? noRow : everyRow;
  const gaps = periods.flatMap(({ untilMs }, index): RowTest => {
    const next = periods[index + 1];
    if (untilMs === null || next?.fromMs === untilMs) return [];
    const after = isAtLeast(anchor, untilMs);
    return [next === undefined ? [after] : [after, isBelow(anchor, next.fromMs)]];
  });
  return [[isBelow(anchor, first.fromMs)], ...gaps];
}

/**
 * Whether some version bound at each instant of a span, be it one after another: nothing else is asked of a number that
 * stands for a span.
 */
export function isBoundDuring({ plan, history }: BindingContext, { fromMs, toMs }: BindingSpan): boolean {
  if (plan.version !== null) return false;
  let unboundMs = fromMs;
  for (const one of history?.periods ?? []) {
    if (one.fromMs > unboundMs) return false;
    if (one.untilMs === null || one.untilMs > toMs) return true;
    unboundMs = Math.max(unboundMs, one.untilMs);
  }
  return false;
}

/** Of a number that is made of others: whether all of them are binding that have counted anything. */
export function bindingOfAll(parts: readonly { readonly binding: boolean | null }[]): boolean | null {
  const known = parts.filter(({ binding }) => binding !== null);
  return known.length === 0 ? null : known.every(({ binding }) => binding === true);
}

function boundAt(history: AgreementHistory | null, atMs: number): boolean {
  return isBoundDuring({ plan: { asOfMs: atMs, version: null }, history }, { fromMs: atMs, toMs: atMs });
}

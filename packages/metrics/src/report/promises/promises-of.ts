import type { Agreement } from '@sameteam/agreement';
import type { MetricDefinition } from '../../metrics/define-metric.ts';
import type { Filter, Grain } from '../../plan/plan.ts';

/** What a clause of the SLA promises in each period: so many, or so good. Promises of a time are SLA entries instead. */
export interface SlaPromise {
  /** Address of the clause, such as `sla.volume`. */
  readonly clause: string;
  /** The team that owes it. */
  readonly of: string;
  readonly metric: string;
  /** Event whose date places it; `null` for that of the metric. */
  readonly anchor: string | null;
  /** Readiness that is counted; `null` for all. */
  readonly readiness: string | null;
  readonly atLeast: number | null;
  readonly atMost: number | null;
  readonly per: Grain;
  /** Whether the clause is of some leads only, which a report cannot tell from the others. */
  readonly isOfSome: boolean;
}

/**
 * The promises of quantity and quality of an agreement, in its order. A number of a stage is of those who reached it in the
 * period; a readiness is of the MQLs that had it when they became one.
 * @param find the metric of an id; `undefined` for what is none
 * @returns none where the SLA only promises times
 */
export function promisesOf(
  { sla }: Pick<Agreement, 'sla'>,
  find: (id: string) => MetricDefinition | undefined,
): readonly SlaPromise[] {
  return Object.entries(sla).flatMap(([id, clause]): readonly SlaPromise[] => {
    const owed = { clause: `sla.${id}`, of: clause.of, isOfSome: clause.applies !== undefined };
    if ('count' in clause)
      return Object.entries(clause.count).map(([key, atLeast]) => ({
        ...owed,
        ...countedBy(key, find),
        atLeast,
        atMost: null,
        per: clause.per,
      }));
    if (!('metric' in clause)) return [];
    const { metric, atLeast = null, atMost = null, per } = clause;
    return [{ ...owed, metric, anchor: null, readiness: null, atLeast, atMost, per }];
  });
}

function countedBy(key: string, find: (id: string) => MetricDefinition | undefined) {
  const metric = find(key);
  if (metric === undefined) return { metric: 'qualified', anchor: 'mql', readiness: key };
  const anchor = metric.measure.kind === 'count' ? metric.measure.stage : null;
  return { metric: key, anchor, readiness: null };
}

/** The filter of a plan that counts what is promised. */
export function filtersOf({ readiness }: SlaPromise): readonly Filter[] {
  return readiness === null ? [] : [{ dimension: 'readiness', in: [readiness] }];
}

import { type Agreement, clauseInWords, clausesOf } from '@sameteam/agreement';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { metricDefinitions } from '../metrics/registry.ts';
import { type FactMeasure, isRowMeasure } from './fact-measure.ts';
import { metricClause } from './metric-clause.ts';
import { metricMeasure } from './metric-measure.ts';
import type { FindMetric } from './metric-results.ts';
import { partsOf } from './parts-of.ts';
import { clauseRecords } from './unrecorded/clause-records.ts';
import { neededRecords } from './unrecorded/needed-records.ts';
import type { RecordKindId } from './unrecorded/record-kinds.ts';

/** A clause of an agreement, in plain sentences. */
export interface JudgingClause {
  readonly address: string;
  readonly words: string;
}

/**
 * What an agreement says of a metric at an address: the clause itself, or of a section the clauses that have to do with the
 * metric, such as those of the SLA that an attempt keeps, for how often leads are attempted. Where that says only in which
 * currency it is told, what judges the count comes behind it.
 * @param address as `metricClause` gives it; `null` for none
 * @returns none where the agreement says nothing of it there
 * @example
 * const metric = metricDefinition('never_attempted_rate');
 * metric && judgingClauses(defaultAgreement, 'sla', metric).map(({ address }) => address) // ['sla.first_attempt']
 */
export function judgingClauses(
  agreement: Agreement,
  address: string | null,
  metric: MetricDefinition,
): readonly JudgingClause[] {
  if (address === null) return [];
  const own = clausesAt(agreement, address, metric);
  if (address !== 'currency') return own;
  const all = [...own, ...countingClauses(agreement, metric)];
  return [...new Map(all.map((clause) => [clause.address, clause])).values()];
}

/** The clause at an address, those below it, or the one that it is a part of. */
function clausesAt(agreement: Agreement, address: string, metric: MetricDefinition): readonly JudgingClause[] {
  const isAbout = concerning(agreement, address, metric);
  const clauses = clausesOf(agreement);
  const found = clauses.filter((clause) => clause.address === address || clause.address.startsWith(`${address}.`));
  const quoted = found.length > 0 ? found : clauses.filter((clause) => address.startsWith(`${clause.address}.`));
  return quoted
    .map((clause) => ({ address: clause.address, words: clauseInWords(agreement, clause) }))
    .filter((clause) => clause.address === address || isAbout(clause));
}

/** What says who is counted in an amount of money: by the metric itself, or by those that it is made of. */
function countingClauses(agreement: Agreement, metric: MetricDefinition): readonly JudgingClause[] {
  const own = metric.counts === undefined ? [] : clausesAt(agreement, metric.counts, metric);
  const find: FindMetric = (id) => metricDefinitions.find((known) => known.id === id) ?? metric;
  const parts = [...partsOf(metric.id, find)].filter((id) => id !== metric.id).map(find);
  return [...own, ...parts.flatMap((part) => judgingClauses(agreement, metricClause(part, agreement), part))];
}

type IsAbout = (clause: JudgingClause) => boolean;

/** Which clauses of a section have to do with a metric. */
function concerning(agreement: Agreement, section: string, metric: MetricDefinition): IsAbout {
  const measure = metricMeasure(metric);
  const needs = isRowMeasure(measure) ? neededRecords(measure) : [];
  if (section === 'sla') return ofSla(agreement, needs, measure);
  if (section === 'reasons') return ofReasons(agreement, needs);
  if (section === 'handOffs' && needs.includes('meetings')) return ({ words }) => /\bmeeting/i.test(words);
  return () => true;
}

/**
 * Promises of a time; of those what an attempt keeps, for numbers of attempts, and a meeting, for those of meetings. A time
 * is judged only by promises that run from where it is measured from.
 */
function ofSla(agreement: Agreement, needs: readonly RecordKindId[], measure: FactMeasure): IsAbout {
  const from = measuredFrom(measure);
  const kept = clauseRecords(agreement).filter(({ keeps, from: starts }) => {
    if (from !== null && starts !== from) return false;
    if (needs.includes('attempts')) return keeps.includes('attempts') || keeps.includes('connects');
    return !needs.includes('meetings') || keeps.includes('meetings');
  });
  const addresses = new Set(kept.map(({ clause }) => clause));
  return ({ address }) => addresses.has(address);
}

/** The event that a time to an attempt is measured from; `null` for any other number. */
function measuredFrom(measure: FactMeasure): string | null {
  if (measure.kind !== 'seconds' || measure.value.kind !== 'seconds') return null;
  const column = measure.value.from;
  return column === 'at_captured' ? 'lead.captured' : column === 'at_assigned' ? 'lead.assigned' : null;
}

/** Reasons for which a lead is recycled, or disqualified, where only those are counted. */
function ofReasons({ reasons }: Agreement, needs: readonly RecordKindId[]): IsAbout {
  const then = needs.includes('recyclings') ? 'recycle' : needs.includes('disqualifications') ? 'disqualify' : null;
  return ({ address }) => then === null || reasons[address.slice('reasons.'.length)]?.then === then;
}

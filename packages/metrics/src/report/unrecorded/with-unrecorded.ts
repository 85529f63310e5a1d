import type { Agreement } from '@sameteam/agreement';
import type { MetricDefinition } from '../../metrics/define-metric.ts';
import type { Plan } from '../../plan/plan.ts';
import type { FactReducer, LogBounds } from '../../plan/reduction.ts';
import type { ReportRow } from '../../report-row.ts';
import { isRowMeasure, type RowMeasure } from '../fact-measure.ts';
import { inOrder } from '../in-order.ts';
import { measureParts } from '../measure-parts.ts';
import { metricMeasure } from '../metric-measure.ts';
import type { FindMetric } from '../metric-results.ts';
import { partsOf } from '../parts-of.ts';
import { type ClauseRecords, clauseRecords } from './clause-records.ts';
import { type MissingOfClause, missingByClause } from './missing-by-clause.ts';
import { isShownBy, neededRecords } from './needed-records.ts';
import { type RecordKindId, recordKind, recordKindIds } from './record-kinds.ts';
import { onlyMissing, wholeLog } from './whole-log.ts';

/** What is looked into. */
export interface UnrecordedOptions {
  readonly plan: Plan;
  readonly agreement: Agreement;
  readonly find: FindMetric;
}

/**
 * Says of each row which kinds of record its number needs and the whole log up to as-of has none of, so that nobody
 * takes missing data for failure. The number itself stays (decision 31). What the rows show already is not asked for.
 * @param rows rows of one report, whose `unrecorded` is empty
 */
export async function withUnrecorded(
  reducer: FactReducer,
  rows: readonly ReportRow[],
  { plan, agreement, find }: UnrecordedOptions,
): Promise<readonly ReportRow[]> {
  const bounds: LogBounds = { asOfMs: plan.asOfMs, knownAtMs: plan.knownAtMs, version: plan.version };
  const needs = new Map(plan.metrics.map((id) => [id, needsOf(id, find)]));
  const clauses = [...needs.values()].some(({ sla }) => sla !== 'none') ? clauseRecords(agreement) : [];
  const shown = shownBy(rows, find);
  const wanted = new Set([...needs.values()].flatMap(({ kinds }) => kinds).filter((id) => !shown.has(id)));
  const log = wholeLog(inOrder(reducer), bounds);
  const direct = await onlyMissing([...wanted], log.isFound);
  const ofClause = clauses.length === 0 ? noClauses : await missingByClause(clauses, log);
  if (direct.length === 0 && ofClause.size === 0) return rows;
  // Of an empty log there is more to be said than that.
  if (!(await log.hasLeads())) return rows;
  const missing = await withOuter([...direct, ...[...ofClause.values()].flatMap((one) => one.kinds)], (ids) =>
    onlyMissing(
      ids.filter((id) => !shown.has(id)),
      log.isFound,
    ),
  );
  return rows.map((row) => {
    const { kinds, sla } = needs.get(row.metric) ?? { kinds: [], sla: 'none' };
    const named = sla === 'none' ? [] : clausesOfRow(row, plan, clauses).flatMap(({ clause }) => kindsOf(clause, sla));
    const found = outermost([...kinds.filter((id) => direct.includes(id)), ...named], missing);
    return found.length === 0 ? row : { ...row, unrecorded: found };
  });

  function kindsOf(clause: string, sla: NeedOfSla): readonly RecordKindId[] {
    const lacking = ofClause.get(clause);
    return lacking === undefined || (lacking.isStarted && sla === 'start') ? [] : lacking.kinds;
  }
}

const noClauses: ReadonlyMap<string, MissingOfClause> = new Map();

/** Whether a metric needs clocks of the SLA to start, or to be told what keeps them too. */
type NeedOfSla = 'none' | 'start' | 'keep';

/** What a metric needs, whatever it is made of. */
function needsOf(id: string, find: FindMetric): { readonly kinds: readonly RecordKindId[]; readonly sla: NeedOfSla } {
  const measures = [...partsOf(id, find)].map((part) => metricMeasure(find(part))).filter(isRowMeasure);
  const isJudged = measures.some((measure) => isAbout(measure, 'entries', 'at_satisfied'));
  const isBroken = measures.some((measure) => isAbout(measure, 'leads', 'at_open_due'));
  const isOfEntries = measures.some(({ grain }) => grain === 'entries');
  return {
    kinds: [...new Set(measures.flatMap(neededRecords))],
    sla: isJudged || isBroken ? 'keep' : isOfEntries ? 'start' : 'none',
  };
}

/** Whether a measure counts by a column of a grain. */
function isAbout(measure: RowMeasure, grain: RowMeasure['grain'], column: string): boolean {
  const { numerator, denominator } = measureParts(measure);
  return (
    measure.grain === grain &&
    [...numerator, ...denominator].flat().some((atom) => 'column' in atom && atom.column === column)
  );
}

/** Kinds that a number above zero shows. */
function shownBy(rows: readonly ReportRow[], find: FindMetric): ReadonlySet<RecordKindId> {
  const shown = new Set<RecordKindId>();
  const seen = new Set<string>();
  for (const { metric, value, numerator } of rows) {
    // One number of a metric shows what all of them would.
    if (seen.has(metric) || (numerator ?? value ?? 0) <= 0) continue;
    seen.add(metric);
    for (const kind of kindsShown(find(metric))) shown.add(kind);
  }
  return shown;
}

function kindsShown(metric: MetricDefinition): readonly RecordKindId[] {
  const measure = metricMeasure(metric);
  if (!isRowMeasure(measure) || !isCounted(measure)) return [];
  const { numerator } = measureParts(measure);
  return recordKindIds.filter((id) => isShownBy(id, measure, numerator));
}

/** Measures whose number above zero is of rows that hold the test. */
function isCounted({ kind }: RowMeasure): boolean {
  return kind === 'rows' || kind === 'rate' || kind === 'money' || kind === 'level';
}

/** The clauses that a row is of: the one that it names, those that a filter keeps, or all. */
function clausesOfRow(
  { dimensions }: ReportRow,
  { filters }: Plan,
  clauses: readonly ClauseRecords[],
): readonly ClauseRecords[] {
  const named = dimensions.clause;
  return clauses.filter(
    ({ clause }) =>
      (named === undefined || named === clause) &&
      filters.every(
        (filter) =>
          filter.dimension !== 'clause' ||
          ('in' in filter ? filter.in.includes(clause) : !filter.notIn.includes(clause)),
      ),
  );
}

/** What is missing, and the kinds that it is a part of, where those are missing too. */
async function withOuter(
  ids: readonly RecordKindId[],
  onlyMissingOf: (ids: readonly RecordKindId[]) => Promise<readonly RecordKindId[]>,
): Promise<ReadonlySet<RecordKindId>> {
  const missing = new Set(ids);
  let outer = [...missing];
  while (outer.length > 0) {
    const asked = outer.flatMap((id) => outerOf(id) ?? []).filter((id) => !missing.has(id));
    outer = [...(await onlyMissingOf([...new Set(asked)]))];
    for (const id of outer) missing.add(id);
  }
  return missing;
}

function outerOf(id: RecordKindId): RecordKindId | null {
  const { of } = recordKind(id);
  return recordKindIds.find((one) => one === of) ?? null;
}

/** Each kind once; one that is a part of another which is missing too is told by that. */
function outermost(ids: readonly RecordKindId[], missing: ReadonlySet<RecordKindId>): readonly RecordKindId[] {
  const outer = ids.map((id) => {
    let at = id;
    for (let of = outerOf(at); of !== null && missing.has(of); of = outerOf(of)) at = of;
    return at;
  });
  return recordKindIds.filter((id) => outer.includes(id));
}

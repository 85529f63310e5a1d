export { appendEvents } from './append-events.ts';
export { concatBatches } from './batch/concat-batches.ts';
export type { EventBatch, EventColumns, TextColumn } from './batch/event-batch.ts';
export { EventBatchBuilder, type WrittenEvent } from './batch/event-batch-builder.ts';
export { packEvents, unpackEvents } from './batch/pack-events.ts';
export { readPayloads } from './batch/payload-texts.ts';
export type { WorkingLimits, WorkingPairs, WorkingTime } from './calendar/working-time.ts';
export { type WorkingTimeTable, workingTimeTable } from './calendar/working-time-table.ts';
export { type ConditionSql, type ConditionSqlOptions, conditionSql } from './conditions/condition-sql.ts';
export { knownLeadsTables } from './conditions/known-leads.ts';
export type { SqlDialectName, SqlType, SqlValue } from './conditions/sql-dialect.ts';
export { type SqlParams, sqlParams } from './conditions/sql-params.ts';
export type {
  Engine,
  EngineCapabilities,
  EngineStatus,
  ImportOutcome,
  ImportSession,
  ImportSummary,
  LeadEntry,
  LeadPage,
  LeadRow,
  OpportunityPage,
  OpportunityRow,
  QuarantinedRow,
  RecordState,
  RegisteredImport,
  StoredEvent,
  Verdict,
} from './engine.ts';
export { foldPayload } from './facts/payload/fold-payload.ts';
export { type UnheededClause, unheededClauses } from './facts/rules/unheeded-clauses.ts';
export { createMemoryEngine, type MemoryEngineOptions } from './memory/memory-engine.ts';
export { memoryWorkingTime } from './memory/working-time.ts';
export { defineMetric, type MetricDefinition } from './metrics/define-metric.ts';
export { type MetricSection, metricSections } from './metrics/metric-sections.ts';
export { ownMetrics } from './metrics/own-metrics.ts';
export { metricDefinition, metricDefinitions, metricIds } from './metrics/registry.ts';
export { MetricsError, type MetricsErrorCode } from './metrics-error.ts';
export { type Dimension, dimension, dimensions } from './plan/dimensions.ts';
export { type PlanContext, type PlanRequest, parsePlan } from './plan/parse-plan.ts';
export type { Cell, Filter, Grain, Plan } from './plan/plan.ts';
export { refuseEarly } from './plan/refuse-early.ts';
export type { RowAtom, RowTest, RowValue } from './plan/row-test.ts';
export { anchorInWords } from './report/anchor-in-words.ts';
export type { AttributionRequest, CreditedConversion } from './report/attribution/attribution-request.ts';
export type { AttributionRow } from './report/attribution/attribution-rows.ts';
export { type AttributionReport, runAttribution } from './report/attribution/run-attribution.ts';
export { measures, rowTests } from './report/building-blocks.ts';
export { type ChangePeriod, type ChangeReport, type ChangeRequest, runChange } from './report/change/run-change.ts';
export { type CohortCell, type CohortLine, cohortTable } from './report/curve/cohort-table.ts';
export type { CurveRequest } from './report/curve/curve-request.ts';
export {
  type CurveCohort,
  type CurvePoint,
  type CurveQuantile,
  type CurveReport,
  runCurve,
} from './report/curve/run-curve.ts';
export { type ClauseInForce, explainNumber, type NumberExplanation } from './report/explain-number.ts';
export type { FactMeasure } from './report/fact-measure.ts';
export { type FigureInWords, figureInWords, figureText } from './report/figure-in-words.ts';
export { isOfMoney } from './report/is-of-money.ts';
export { type JudgingClause, judgingClauses } from './report/judging-clauses.ts';
export { metricClause } from './report/metric-clause.ts';
export { metricDimensions } from './report/metric-dimensions.ts';
export type { Measure } from './report/metric-measure.ts';
export { metricWindow } from './report/metric-window.ts';
export { type OpenPeriod, openPeriod } from './report/open-period.ts';
export { periodEndMs } from './report/period-end.ts';
export { datesInWords } from './report/period-in-words.ts';
export { promisedInWords } from './report/promises/promise-in-words.ts';
export type { SlaPromise } from './report/promises/promises-of.ts';
export {
  type KeptPromise,
  type PromisedPeriod,
  type PromisesReport,
  type PromisesRequest,
  runPromises,
} from './report/promises/run-promises.ts';
export { type KnownAgreements, reportAgreement } from './report/report-agreement.ts';
export type { StageMeasure } from './report/stage-measure.ts';
export { clocksInWords, unrecordedInWords, unrecordedRemedy } from './report/unrecorded/unrecorded-in-words.ts';
export type { ReportRow } from './report-row.ts';

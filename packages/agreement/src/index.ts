export type { Agreement, Reason, SlaClause } from './agreement.ts';
export type { AgreementErrorCode } from './agreement-error.ts';
export { AgreementError } from './agreement-error.ts';
export type { CalendarPins } from './calendar/calendar-pins.ts';
export { calendarPins } from './calendar/calendar-pins.ts';
export type { CalendarOptions, WorkingCalendar } from './calendar/compile-calendar.ts';
export { compileCalendar } from './calendar/compile-calendar.ts';
export type { CalendarClause } from './calendar/day-hours.ts';
export type { DayTable } from './calendar/day-table.ts';
export { dayTable } from './calendar/day-table.ts';
export type { DurationLimit } from './calendar/duration-limits.ts';
export type { Holiday, HolidaySource } from './calendar/holiday-source.ts';
export type { PinOptions } from './calendar/pin-calendars.ts';
export { pinCalendars } from './calendar/pin-calendars.ts';
export type { ZoneOffset, ZoneSource } from './calendar/zone-offsets.ts';
export { zoneOffsets } from './calendar/zone-offsets.ts';
export { clauseAt } from './clause/clause-at.ts';
export type { Clause } from './clause/clauses-of.ts';
export { clausesOf } from './clause/clauses-of.ts';
export type { ConversionWindow } from './clause/conversion-window.ts';
export { conversionWindow } from './clause/conversion-window.ts';
export { compileCondition } from './condition/compile-condition.ts';
export type { CompiledCondition } from './condition/compiled/question.ts';
export type {
  Always,
  Condition,
  ConditionInput,
  ConditionValue,
  ConsentTest,
  DaysSinceTest,
  EngagementTest,
  FieldCondition,
} from './condition/condition.ts';
export type { ConditionContext, ContextConsent, ContextEngagement, FieldValue } from './condition/condition-context.ts';
export { conditionFields } from './condition/condition-fields.ts';
export type { ConditionKind, ConditionPart } from './condition/condition-kind.ts';
export { conditionKind, conditionParts } from './condition/condition-kind.ts';
export { evaluateCondition } from './condition/evaluate-condition.ts';
export { segmentOf } from './condition/segment-of.ts';
export { defaultAgreement } from './default-agreement.ts';
export { defineAgreement } from './define-agreement.ts';
export type { Affected, AgreementDiff, Change, ChangeEffect, ChangeKind, InEffect } from './diff/agreement-diff.ts';
export { isEmptyDiff } from './diff/agreement-diff.ts';
export { diffAgreements } from './diff/diff-agreements.ts';
export { diffMarkdown } from './diff/diff-markdown.ts';
export { diffText } from './diff/diff-text.ts';
export { summaryOf } from './diff/summary-of.ts';
export type { Duration, DurationText, DurationUnit } from './duration/parse-duration.ts';
export { parseDuration } from './duration/parse-duration.ts';
export { effectiveAgreement } from './effective/effective-agreement.ts';
export type { Json, JsonObject } from './effective/merge-patch.ts';
export { mergePatch } from './effective/merge-patch.ts';
export { normaliseAgreement } from './effective/normalise-agreement.ts';
export type { AgreementHistory, AgreementVersion, HistoryPeriod } from './history/agreement-history.ts';
export { agreementHistory } from './history/agreement-history.ts';
export type { HistoryIssue, HistoryIssueCode } from './history/history-issue.ts';
export type { VersionAt } from './history/version-at.ts';
export { versionAt } from './history/version-at.ts';
export type { AgreementIssue, AgreementIssueCode, PathStep, Severity } from './issue/agreement-issue.ts';
export type { Locate, Position } from './issue/finding.ts';
export { formatIssue } from './issue/format-issue.ts';
export { agreementJsonSchema } from './json-schema/agreement-json-schema.ts';
export type { LeadState, MovingEvent } from './lifecycle/lifecycle.ts';
export { finalStates, isMovingEvent, leadStates, lifecycle, stateOfStage } from './lifecycle/lifecycle.ts';
export type { NextState } from './lifecycle/next-state.ts';
export { nextState } from './lifecycle/next-state.ts';
export type { CheckedAgreement } from './lint/check-agreement.ts';
export { checkAgreement } from './lint/check-agreement.ts';
export type { LintOptions } from './lint/lint-agreement.ts';
export { lintAgreement } from './lint/lint-agreement.ts';
export type {
  LintFinding,
  LintRule,
  LintSubject,
  SignedState,
  Variant,
  Witness,
  WitnessEngagement,
  WitnessLead,
  WitnessStep,
} from './lint/lint-rule.ts';
export type { LintCode } from './lint/registry.ts';
export { lintRules } from './lint/registry.ts';
export type { ParsedAgreement } from './load/parse-agreement.ts';
export { parseAgreement } from './load/parse-agreement.ts';
export type { SourceFormat } from './load/read-source.ts';
export type { MetricWhere, OwnMetric } from './metric/own-metric.ts';
export { ownMetricIds } from './metric/own-metric.ts';
export { traitsOfMetric } from './metric/traits-of-metric.ts';
export type { ConvertedMoney } from './money/convert-money.ts';
export { convertMoney } from './money/convert-money.ts';
export type { CurrencyRate } from './money/currency-rate.ts';
export { convertMinor, currencyRate } from './money/currency-rate.ts';
export { minorDigits } from './money/minor-digits.ts';
export type { AgreementDocument, AgreementInput } from './schema/agreement-document.ts';
export { agreementDocument } from './schema/agreement-document.ts';
export { decayedPoints, decayTable, toThousandths } from './scoring/decayed-points.ts';
export type { EngagementRule, EngagementRules } from './scoring/engagement-points.ts';
export { engagementPoints, engagementRules, heldAtCap } from './scoring/engagement-points.ts';
export type { GradeRange } from './scoring/profile-points.ts';
export { gradeOf, gradeRanges, profilePoints } from './scoring/profile-points.ts';
export { readinessOf } from './scoring/readiness-of.ts';
export { findLead } from './solve/find-lead.ts';
export { judgeLead } from './solve/judge-lead.ts';
export type { LeadInput, SolvedLead } from './solve/solved-lead.ts';
export { leadContext, unknownLead } from './solve/solved-lead.ts';
export type { AgreementTemplate, TemplateName } from './templates/agreement-templates.ts';
export { agreementTemplates } from './templates/agreement-templates.ts';
export { partnerTeamTemplate } from './templates/partner-team-template.ts';
export { sdrTeamTemplate } from './templates/sdr-team-template.ts';
export { smallTeamTemplate } from './templates/small-team-template.ts';
export type { TemplateOptions } from './templates/template-options.ts';
export { builtinLists } from './vocabulary/builtin-lists.ts';
export type { Conversion, ConversionId } from './vocabulary/conversions.ts';
export { conversionId, conversionIds } from './vocabulary/conversions.ts';
export { dimensionsOfFacts } from './vocabulary/dimensions-of-facts.ts';
export type { FactDimension } from './vocabulary/fact-dimensions.ts';
export type { ConditionField, Field, FieldType, ModelField } from './vocabulary/fields.ts';
export { modelFields, traitsOf } from './vocabulary/fields.ts';
export type { MetricTraits } from './vocabulary/metric-traits.ts';
export { metricTraits } from './vocabulary/metric-traits.ts';
export type { CalendarGrain, CompanyState, ConsentStatus, Grade, MeetingStatus, Weekday } from './vocabulary/states.ts';
export type { Walk, WalkClock, WalkHole, WalkHoleKind, WalkState, WalkStateKind, WalkStep } from './walk/walk.ts';
export type { WalkOptions } from './walk/walk-agreement.ts';
export { walkAgreement } from './walk/walk-agreement.ts';
export type { FindLead } from './walk/walk-context.ts';
export { clauseInWords } from './words/clause-in-words.ts';
export { ownMetricInWords } from './words/clauses/own-metric-words.ts';
export { conditionInWords } from './words/condition-in-words.ts';
export { dayInWords } from './words/day-in-words.ts';
export { durationInWords } from './words/duration-in-words.ts';
export { metricInWords, metricValueInWords } from './words/metric-in-words.ts';
export { moneyInWords } from './words/money-in-words.ts';
export { countInWords, numberInWords } from './words/number-in-words.ts';
export { readableName } from './words/readable-name.ts';
export { shareInWords } from './words/share-in-words.ts';
export { shownText } from './words/shown-text.ts';
export type { StageWords } from './words/stages-in-words.ts';
export { stageWords } from './words/stages-in-words.ts';
export { whereInWords } from './words/where-in-words.ts';

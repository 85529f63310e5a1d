import { expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type * as client from '../client/index.ts';
import type { agreementInfoSchema } from './agreement-info.ts';
import type { calendarGrainSchema } from './calendar-grain.ts';
import type {
  definitionsSchema,
  dimensionDefinitionSchema,
  metricDefinitionSchema,
  metricMeasureSchema,
} from './definitions.ts';
import type { dimensionValueSchema, dimensionValuesSchema } from './dimension-values.ts';
import type { explainRequestSchema } from './explain-request.ts';
import type { explainedNumberSchema, metricExplanationSchema } from './explanation.ts';
import type { healthSchema } from './health.ts';
import type { ingestAnswerSchema, itemIssueSchema, itemVerdictSchema } from './ingest-answer.ts';
import type { earlierLeadSchema, fieldIssueSchema, leadAnswerSchema } from './lead-answer.ts';
import type { historyEventSchema, leadHistorySchema } from './lead-history.ts';
import type { leadPageSchema } from './lead-page.ts';
import type { leadRowSchema, leadSourceSchema } from './lead-row.ts';
import type { leadsRequestSchema, pageRequestSchema, reportCellSchema } from './leads-request.ts';
import type { problemIssueSchema, problemSchema } from './problem.ts';
import type {
  arrivalAgeSchema,
  contactQualitySchema,
  fieldCompletenessSchema,
  qualityReportSchema,
  sourceQualitySchema,
} from './quality-report.ts';
import type { agreementReferenceSchema, reportSchema } from './report.ts';
import type { reportFilterSchema } from './report-filter.ts';
import type { reportRequestSchema } from './report-request.ts';
import type { reportRowSchema } from './report-row.ts';

type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/** What a schema says, with everything read-only, as the hand-written types have it. */
type Wire<Schema extends z.ZodType> = DeepReadonly<z.infer<Schema>>;

it('the types of the client are those of the schemas: checked by the compiler', () => {
  expectTypeOf<Wire<typeof reportRequestSchema>>().toEqualTypeOf<client.ReportRequest>();
  expectTypeOf<Wire<typeof reportFilterSchema>>().toEqualTypeOf<client.ReportFilter>();
  expectTypeOf<Wire<typeof calendarGrainSchema>>().toEqualTypeOf<client.CalendarGrain>();
  expectTypeOf<Wire<typeof reportRowSchema>>().toEqualTypeOf<client.ReportRow>();
  expectTypeOf<Wire<typeof reportSchema>>().toEqualTypeOf<client.Report>();
  expectTypeOf<Wire<typeof agreementReferenceSchema>>().toEqualTypeOf<client.AgreementReference>();
  expectTypeOf<Wire<typeof agreementInfoSchema>>().toEqualTypeOf<client.AgreementInfo>();
  expectTypeOf<Wire<typeof leadsRequestSchema>>().toEqualTypeOf<client.LeadsRequest>();
  expectTypeOf<Wire<typeof reportCellSchema>>().toEqualTypeOf<client.ReportCell>();
  expectTypeOf<Wire<typeof pageRequestSchema>>().toEqualTypeOf<client.PageRequest>();
  expectTypeOf<Wire<typeof leadRowSchema>>().toEqualTypeOf<client.LeadRow>();
  expectTypeOf<Wire<typeof leadSourceSchema>>().toEqualTypeOf<client.LeadSource>();
  expectTypeOf<Wire<typeof leadPageSchema>>().toEqualTypeOf<client.LeadPage>();
  expectTypeOf<Wire<typeof leadHistorySchema>>().toEqualTypeOf<client.LeadHistory>();
  expectTypeOf<Wire<typeof historyEventSchema>>().toEqualTypeOf<client.HistoryEvent>();
  expectTypeOf<Wire<typeof explainRequestSchema>>().toEqualTypeOf<client.ExplainRequest>();
  expectTypeOf<Wire<typeof metricExplanationSchema>>().toEqualTypeOf<client.MetricExplanation>();
  expectTypeOf<Wire<typeof explainedNumberSchema>>().toEqualTypeOf<client.ExplainedNumber>();
  expectTypeOf<Wire<typeof metricMeasureSchema>>().toEqualTypeOf<client.MetricMeasure>();
  expectTypeOf<Wire<typeof metricDefinitionSchema>>().toEqualTypeOf<client.MetricDefinition>();
  expectTypeOf<Wire<typeof dimensionDefinitionSchema>>().toEqualTypeOf<client.DimensionDefinition>();
  expectTypeOf<Wire<typeof definitionsSchema>>().toEqualTypeOf<client.Definitions>();
  expectTypeOf<Wire<typeof dimensionValueSchema>>().toEqualTypeOf<client.DimensionValue>();
  expectTypeOf<Wire<typeof dimensionValuesSchema>>().toEqualTypeOf<client.DimensionValues>();
  expectTypeOf<Wire<typeof healthSchema>>().toEqualTypeOf<client.Health>();
  expectTypeOf<Wire<typeof problemSchema>>().toEqualTypeOf<client.Problem>();
  expectTypeOf<Wire<typeof problemIssueSchema>>().toEqualTypeOf<client.ProblemIssue>();
  expectTypeOf<Wire<typeof itemIssueSchema>>().toEqualTypeOf<client.ItemIssue>();
  expectTypeOf<Wire<typeof itemVerdictSchema>>().toEqualTypeOf<client.ItemVerdict>();
  expectTypeOf<Wire<typeof ingestAnswerSchema>>().toEqualTypeOf<client.IngestAnswer>();
  expectTypeOf<Wire<typeof fieldIssueSchema>>().toEqualTypeOf<client.FieldIssue>();
  expectTypeOf<Wire<typeof earlierLeadSchema>>().toEqualTypeOf<client.EarlierLead>();
  expectTypeOf<Wire<typeof leadAnswerSchema>>().toEqualTypeOf<client.LeadAnswer>();
  expectTypeOf<Wire<typeof fieldCompletenessSchema>>().toEqualTypeOf<client.FieldCompleteness>();
  expectTypeOf<Wire<typeof contactQualitySchema>>().toEqualTypeOf<client.ContactQuality>();
  expectTypeOf<Wire<typeof arrivalAgeSchema>>().toEqualTypeOf<client.ArrivalAge>();
  expectTypeOf<Wire<typeof sourceQualitySchema>>().toEqualTypeOf<client.SourceQuality>();
  expectTypeOf<Wire<typeof qualityReportSchema>>().toEqualTypeOf<client.QualityReport>();
});

it('the comparison tells types apart', () => {
  type Row = Wire<typeof leadPageSchema>;
  expectTypeOf<Row>().not.toEqualTypeOf<Omit<client.LeadPage, 'next'>>();
  expectTypeOf<Row>().not.toEqualTypeOf<Omit<client.LeadPage, 'next'> & { readonly next: string }>();
  expectTypeOf<Row>().not.toEqualTypeOf<Omit<client.LeadPage, 'next'> & { readonly next?: string | null }>();
  expectTypeOf<Row>().not.toEqualTypeOf<client.LeadPage & { readonly more: boolean }>();
});

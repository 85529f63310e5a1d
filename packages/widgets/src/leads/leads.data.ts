import type { ExplainRequest, LeadRow, MetricDefinition, ReportCell, ReportRow } from '@sameteam/api/client';
import { stageLabels, stageOrder } from '../base/stage-label.ts';
import type { Words } from '../base/words.ts';
import type { Format } from '../format/create-format.ts';
import { foldedLabel, valueLabel } from '../format/value-label.ts';
import { periodText, valuesText } from '../format/view-text.ts';
import type { OpenNumber } from '../source/source-context.ts';

/** A group of leads behind a number. */
export interface LeadPart {
  readonly part: ReportCell['part'];
  readonly label: string;
  /** `null` where the number does not say; the answer will. */
  readonly count: number | null;
}

/** The groups of leads that a number has, the counted ones first. */
export function leadParts(row: ReportRow, definition: MetricDefinition | undefined): readonly LeadPart[] {
  const isShare = row.numerator !== null && row.denominator !== null;
  const counted: LeadPart = {
    part: 'numerator',
    label: definition?.numerator ?? definition?.denominator ?? 'Counted leads',
    count: row.unit === 'money' ? null : (row.numerator ?? row.denominator),
  };
  const base: LeadPart = { part: 'denominator', label: definition?.denominator ?? 'All leads', count: row.denominator };
  const out: LeadPart = { part: 'excluded', label: 'Left out', count: row.excluded };
  return [counted, ...(isShare ? [base] : []), ...(row.excluded > 0 ? [out] : [])];
}

/** Where a part of a number lies in its report, for its leads. */
export function cellOf({ metric, dimensions, folded }: ReportRow, part: ReportCell['part']): ReportCell {
  return { metric, dimensions, part, folded: folded ? Object.keys(folded) : undefined };
}

/** Asks for the explanation of a number. */
export function explainRequest({ row, request }: OpenNumber): ExplainRequest {
  const { metrics: _, ...report } = request;
  const { metric, dimensions, folded } = cellOf(row, 'numerator');
  return { metric, report, dimensions, folded };
}

/** Where on the page the number stands: its row, and the view around it. */
export function numberContext({ row, request }: OpenNumber, words: Words, format: Format): readonly string[] {
  const own = Object.entries(row.dimensions).map(
    ([id, value]) => `${words.dimensionLabel(id)}: ${foldedLabel(row.folded?.[id], format) ?? valueLabel(value)}`,
  );
  const filters = (request.filters ?? []).map((filter) => {
    const label = words.dimensionLabel(filter.dimension);
    return 'in' in filter ? `${label}: ${valuesText(filter.in)}` : `${label}: not ${valuesText(filter.notIn)}`;
  });
  const period = periodText({ from: request.from ?? null, to: request.to ?? null }, format);
  return [...own, ...filters, ...(request.from || request.to ? [`Period: ${period}`] : [])];
}

/** A lead as one line of a table. */
export interface LeadLine {
  readonly id: string;
  readonly name: string;
  readonly captured: string | null;
  readonly channel: string | null;
  readonly owner: string | null;
  readonly stage: string;
  readonly reached: string | null;
  readonly isImpossible: boolean;
}

/** Makes a line of a lead: how far it came, and when. */
export function leadLine(lead: LeadRow): LeadLine {
  const furthest = stageOrder.findLast((stage) => (lead.stages[stage] ?? null) !== null);
  return {
    id: lead.lead,
    name: lead.lead.replace(/^lead\//, ''),
    captured: lead.stages.captured ?? null,
    channel: lead.source.channel,
    owner: lead.owner,
    stage: furthest === undefined ? 'None' : stageLabels[furthest],
    reached: furthest === undefined || furthest === 'captured' ? null : (lead.stages[furthest] ?? null),
    isImpossible: lead.impossibleOrder,
  };
}

import type { Definitions, ReportRow } from '@sameteam/api/client';
import { type StageId, stageLabels, stageOrder, stageReached } from '../base/stage-label.ts';
import type { Format } from '../format/create-format.ts';
import type { Question } from '../source/view.ts';

/** One stage of the funnel. */
export interface FunnelStage {
  readonly stage: StageId;
  readonly label: string;
  readonly count: ReportRow;
  /** Conversion from the stage before; `null` for the first stage. */
  readonly step: ReportRow | null;
  /** Conversion from the first stage; `null` for the first stage. */
  readonly whole: ReportRow | null;
  /** Leads of the stage before that have not come this far; `null` for the first stage. */
  readonly lost: number | null;
}

/** What a funnel draws. */
export interface Funnel {
  readonly stages: readonly FunnelStage[];
  /** The finding. */
  readonly title: string;
  readonly hasImplied: boolean;
  readonly hasYoung: boolean;
}

/** Asks for the counts and conversions of all stages that the service knows, over one cohort: leads by capture. */
export function funnelQuestion(definitions: Definitions): Question {
  const metrics = stageMetrics(definitions).flatMap(({ count, step, whole }) => [count, step, whole]);
  return { metrics: [...new Set(metrics.filter((metric) => metric !== undefined))], anchor: 'captured' };
}

/** Makes of the rows what is drawn. A stage without a row is left out. */
export function funnelData(rows: readonly ReportRow[], definitions: Definitions, format: Format): Funnel {
  const row = (metric: string | undefined) => rows.find((candidate) => candidate.metric === metric);
  const stages: FunnelStage[] = [];
  for (const { stage, count, step, whole } of stageMetrics(definitions)) {
    const counted = row(count);
    if (counted === undefined) continue;
    const before = stages.at(-1)?.count.value ?? null;
    stages.push({
      stage,
      label: stageLabels[stage],
      count: counted,
      step: row(step) ?? null,
      whole: row(whole) ?? null,
      lost: before === null || counted.value === null ? null : before - counted.value,
    });
  }
  return {
    stages,
    title: finding(stages, format),
    hasImplied: stages.some(({ count }) => count.implied > 0),
    hasYoung: stages.some(({ step, whole }) => step?.mature === false || whole?.mature === false),
  };
}

/** The ids of the metrics of each stage, found by what they measure. */
function stageMetrics({ metrics }: Definitions) {
  const ratio = (from: StageId, to: StageId) =>
    metrics.find(({ measure }) => measure.kind === 'ratio' && measure.from === from && measure.to === to)?.id;
  return stageOrder.map((stage, at) => {
    const before = stageOrder[at - 1];
    return {
      stage,
      count: metrics.find(
        // `won_in_period` and its like count another cohort.
        ({ measure, anchor }) => measure.kind === 'count' && measure.stage === stage && anchor === 'captured',
      )?.id,
      step: before === undefined ? undefined : ratio(before, stage),
      whole: before === undefined ? undefined : ratio('captured', stage),
    };
  });
}

function finding(stages: readonly FunnelStage[], format: Format): string {
  const [first] = stages;
  const last = stages.at(-1);
  const captured = first?.count.value ?? 0;
  if (first === undefined || last === undefined || last === first) return `${format.count(captured)} leads`;
  const share = last.whole?.value ?? null;
  const isYoung = last.whole?.mature === false ? ' so far' : '';
  const verb = last.stage === 'won' ? 'were won' : `reached ${last.label}`;
  const result = `${share === null ? format.count(last.count.value ?? 0) : format.percent(share)} of ${format.count(captured)} leads ${verb}${isYoung}`;
  return `${result}${largestLoss(stages, captured - (last.count.value ?? 0))}`;
}

function largestLoss(stages: readonly FunnelStage[], others: number): string {
  const worst = stages.reduce<FunnelStage | null>(
    (found, stage) => ((stage.lost ?? 0) > (found?.lost ?? 0) ? stage : found),
    null,
  );
  if (worst === null || stages.length < 3 || others <= 0) return '';
  const isMost = (worst.lost ?? 0) > others / 2;
  return `; ${isMost ? 'most' : 'the largest part'} of the others ${isMost ? 'have' : 'has'} not ${stageReached[worst.stage]}`;
}

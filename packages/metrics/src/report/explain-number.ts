import type { Agreement, AgreementHistory } from '@sameteam/agreement';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import { metricDefinitions } from '../metrics/registry.ts';
import type { Filter, Plan } from '../plan/plan.ts';
import type { ReportRow } from '../report-row.ts';
import { clausesNamed, onlyClause } from './clauses-named.ts';
import { judgedIn } from './judged-in.ts';
import { judgingClauses } from './judging-clauses.ts';
import { metricClause } from './metric-clause.ts';
import { metricWindow } from './metric-window.ts';
import { numberInWords } from './number-in-words.ts';
import { clocksInWords } from './unrecorded/unrecorded-in-words.ts';
import { whyNotMature } from './why-not-mature.ts';

/** What a number means and what it is made of, for a program. */
export interface NumberExplanation {
  readonly metric: string;
  readonly label: string;
  /** The formula in words. */
  readonly formula: string;
  readonly owner: MetricDefinition['owner'];
  readonly direction: MetricDefinition['direction'];
  /** The clause that it is judged by, in words; `null` where the agreement says nothing of it. */
  readonly clause: { readonly address: string; readonly words: string } | null;
  readonly agreement: { readonly name: string; readonly version: number };
  /**
   * The same clause in the versions that judged one after another in the period, where they say different things of it;
   * empty where one version, or one text, judged all of it.
   */
  readonly versions: readonly ClauseInForce[];
  readonly filters: readonly Filter[];
  readonly period: { readonly from: string | null; readonly to: string | null; readonly anchor: string };
  readonly asOf: string;
  readonly knownAt: string | null;
  readonly numerator: { readonly value: number | null; readonly means: string | null };
  readonly denominator: { readonly value: number | null; readonly means: string | null };
  readonly excluded: number;
  readonly implied: number;
  readonly restated: number;
  /** Whether the cohort has had all its time, and why (not). */
  readonly mature: { readonly is: boolean | null; readonly why: string | null };
  /** Whether all of it is judged by a version that bound then; `null` where nothing is counted. */
  readonly binding: boolean | null;
  /** All of it, to be read. */
  readonly sentences: readonly string[];
}

/** What a clause said for some time. */
export interface ClauseInForce {
  readonly version: number;
  /** First and last day of the period in which it judged, both included. */
  readonly from: string;
  readonly to: string;
  readonly words: string;
}

/** What an explanation is made with. */
export interface ExplainContext {
  readonly metric: MetricDefinition;
  readonly plan: Plan;
  readonly agreement: Agreement;
  /** Which version bound when, such as `engine` judges by; none where nobody has looked at signatures. */
  readonly history?: AgreementHistory | null;
  /** Every metric that can be asked for, such as `engine.metrics`; those that come with Sameteam unless told. */
  readonly metrics?: readonly MetricDefinition[];
}

/**
 * Explains one number of a report: formula, clause and version, filters, numerator and denominator, what was left out,
 * and why it is or is not mature.
 * @example
 * const plan = parsePlan({ metrics: ['captured'] }, { zone: 'UTC', nowMs });
 * const [row] = await engine.run(plan);
 * const metric = metricDefinition('captured');
 * row && metric && explainNumber(row, { metric, plan, agreement }).label // 'Captured'
 */
export function explainNumber(
  row: ReportRow,
  { metric, plan, agreement, history = null, metrics = metricDefinitions }: ExplainContext,
): NumberExplanation {
  const address = onlyClause(plan) ?? row.clause ?? metricClause(metric, agreement);
  const words = address === null ? null : wordsOfClause(agreement, address, metric);
  const window = metricWindow(metric, agreement);
  const why = whyNotMature(row, window, metric);
  const explanation = {
    metric: metric.id,
    label: metric.label,
    formula: metric.formula,
    owner: metric.owner,
    direction: metric.direction,
    clause: address === null ? null : { address, words: words ?? '' },
    agreement: { name: agreement.name, version: agreement.version },
    versions: address === null ? [] : inForce(address, judgedIn(plan, { agreement, history }), metric),
    filters: plan.filters,
    period: { from: plan.from, to: plan.to, anchor: row.anchor },
    asOf: row.asOf,
    knownAt: plan.knownAtMs === null ? null : new Date(plan.knownAtMs).toISOString(),
    numerator: { value: row.numerator, means: metric.numerator },
    denominator: { value: row.denominator, means: metric.denominator },
    excluded: row.excluded,
    implied: row.implied,
    restated: row.restated,
    mature: { is: row.mature, why },
    binding: row.binding,
  };
  const find = (id: string): MetricDefinition | undefined => metrics.find((one) => one.id === id);
  const told = {
    ...explanation,
    clocks: isWithoutEntries(row, metric) ? clocksInWords(agreement, clausesNamed(plan)) : null,
  };
  return { ...explanation, sentences: numberInWords(row, told, { metric, find, currency: agreement.currency }) };
}

/** Whether it is made of entries of the SLA, of which there is none. */
function isWithoutEntries({ numerator, denominator }: ReportRow, { anchor }: MetricDefinition): boolean {
  return anchor === 'started' && (numerator ?? 0) === 0 && (denominator ?? 0) === 0;
}

/** What a clause said in each version that judged; empty where all of them say the same. */
function inForce(
  address: string,
  reigns: ReturnType<typeof judgedIn>,
  metric: MetricDefinition,
): readonly ClauseInForce[] {
  const told = reigns.map(({ agreement, from, to }) => ({
    version: agreement.version,
    from,
    to,
    words: wordsOfClause(agreement, address, metric) ?? '',
  }));
  return new Set(told.map(({ words }) => words)).size < 2 ? [] : told;
}

/** What an agreement says of a metric at an address, see `judgingClauses`. */
function wordsOfClause(agreement: Agreement, address: string, metric: MetricDefinition): string | null {
  const clauses = judgingClauses(agreement, address, metric);
  const isOwn = clauses.some((one) => one.address === address);
  const told = isOwn ? clauses.filter((one) => !one.address.startsWith(`${address}.`)) : clauses;
  return told.length === 0 ? null : told.map(({ words }) => words).join(' ');
}

import { defaultAgreement } from '@sameteam/agreement';
import { ProblemError } from '@sameteam/api';
import type { ReportRequest } from '@sameteam/api/client';
import { createMemoryEngine } from '@sameteam/metrics';
import { explain, type ServiceContext } from '@sameteam/service';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { judgingBy } from '../store/judging.ts';
import { openStore } from '../store/open-store.ts';
import { styleOf } from '../terminal/style.ts';
import { type ExplainedLeads, explainMarkdown, explainTable } from './explain-text.ts';
import { leadsPage } from './leads-wanted.ts';
import { marksOf } from './marks.ts';
import { readRequest } from './read-request.ts';
import { refuseEarly } from './refuse-early.ts';
import type { ReportFormat, ReportOptions } from './report-options.ts';
import { leadsBehind } from './run-leads.ts';
import { sameQuestion } from './same-question.ts';

const usualLeads = 5;

/** Options that narrow a number, and mean nothing without one. */
const narrowing = ['where', 'from', 'to', 'asOf', 'knownAt', 'anchor', 'leads', 'agreementVersion'] as const;

/**
 * Answers what a metric means, and by which clause; of a database its number and the first leads behind it too.
 * @throws CliError `unknown-choice`, `only-with`, `no-file`, `bad-agreement`, `no-csv`
 */
export async function runExplain(
  options: ReportOptions & { readonly explain: string },
  format: ReportFormat,
  context: CommandContext,
): Promise<string> {
  if (format === 'csv') throw new CliError('no-csv', undefined);
  const store = await storeOf(options, context);
  try {
    const { request, ...explained } = await explanationOf(options, store);
    if (format === 'json') return `${JSON.stringify(explained, null, 2)}\n`;
    const { stdout, env } = context;
    const text = {
      ...explained,
      db: options.db ?? null,
      asOf: request.asOf ?? null,
      currency: store.agreement.currency,
      same: sameQuestion(options),
    };
    if (format === 'md') return explainMarkdown(text);
    return explainTable(text, { style: styleOf(stdout, env), columns: stdout.columns, marks: marksOf(env) });
  } finally {
    await store.engine.close();
  }
}

async function explanationOf(options: ReportOptions & { readonly explain: string }, store: ServiceContext) {
  const { explain: metric, db } = options;
  const request = readRequest({ ...options, metric: [metric] }, { ...store, metrics: store.engine.metrics });
  if (db === undefined) return { request, explanation: await explain(store, { metric }), leads: null };
  await refuseEarly(store.engine, request);
  const { metrics: _, ...report } = request;
  const explanation = await explain(store, { metric, report });
  return { request, explanation, leads: await leadsOf(options, store, request) };
}

/**
 * The first leads behind the number: those below the line where none can be above it, as behind a cost; `null` where it is
 * not made of leads at all.
 */
async function leadsOf(
  options: ReportOptions,
  store: ServiceContext,
  request: ReportRequest,
): Promise<ExplainedLeads | null> {
  const { part, limit } = leadsPage(options, usualLeads);
  if (limit === 0) return null;
  const isNamed = options.leads !== undefined && typeof options.leads !== 'number';
  for (const tried of isNamed ? [part] : (['numerator', 'denominator'] as const)) {
    try {
      return { part: tried, ...(await leadsBehind(store, request, { part: tried, limit }, options.after)) };
    } catch (error) {
      if (isNamed || !isNotOfLeads(error)) throw error;
    }
  }
  return null;
}

function isNotOfLeads(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'not-answerable';
}

/** The database; without one an engine that holds nothing, for the agreement that is named or the default one. */
async function storeOf(options: ReportOptions, context: CommandContext): Promise<ServiceContext> {
  const { db, agreement: named } = options;
  if (db !== undefined) return openStore({ ...options, db }, context);
  const narrowed = narrowing.find((key) => options[key] !== undefined);
  if (narrowed !== undefined) {
    const option = `--${narrowed.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw new CliError('only-with', { option, needed: '--db FILE', why: 'there is no number to narrow' });
  }
  const decide = await judgingBy(named, context);
  const { agreement = defaultAgreement, history, standing } = await decide({ agreement: null, versions: [] });
  return { engine: createMemoryEngine({ agreement }), agreement, history, standing, clock: context.now };
}

import type { LeadPage, ReportRequest } from '@sameteam/api/client';
import { reportLeads, type ServiceContext } from '@sameteam/service';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { plainText } from '../terminal/plain-text.ts';
import { styleOf } from '../terminal/style.ts';
import { countText } from './cell-text.ts';
import { leadsCsv, leadsMarkdown, leadsTable } from './leads-text.ts';
import { type LeadsPage, leadsPage } from './leads-wanted.ts';
import { marksOf } from './marks.ts';
import { readRequest } from './read-request.ts';
import { refuseEarly } from './refuse-early.ts';
import type { LeadsWanted, ReportFormat, ReportOptions } from './report-options.ts';
import { severalOfALead } from './several-of-a-lead.ts';

const usualLimit = 50;

/** A page ends at the capture of a lead, in UTC milliseconds, and its id. */
const cursor = /^-?\d*~lead\/./;

/**
 * Answers with the leads behind one number, in the order of their capture, then of their id. How many there are and where
 * the next page begins is told on standard error.
 * @throws CliError `one-metric`, `bad-cursor`, `unknown-choice`, `bad-filter`
 * @throws ProblemError `not-answerable` for a number that is not made of leads
 */
export async function runLeads(
  options: ReportOptions & { readonly leads: LeadsWanted },
  format: ReportFormat,
  store: ServiceContext,
  context: CommandContext,
): Promise<string> {
  const metric = options.metric ?? [];
  if (metric.length !== 1) throw new CliError('one-metric', { found: metric.length });
  const request = readRequest({ ...options, metric }, { ...store, metrics: store.engine.metrics });
  await refuseEarly(store.engine, request);
  const page = leadsPage(options, usualLimit);
  const found = await leadsBehind(store, request, page, options.after);
  const several = found.total === 0 ? null : severalOfALead(metric[0] ?? '', store.engine.metrics, page.part);
  const told = pageSentence(found, page, request, options.after !== undefined);
  for (const sentence of several === null ? [told] : [told, several]) context.stderr.write(`${plainText(sentence)}\n`);
  const { stdout, env } = context;
  switch (format) {
    case 'json':
      return `${JSON.stringify(found.leads, null, 2)}\n`;
    case 'csv':
      return leadsCsv(found.leads);
    case 'md':
      return leadsMarkdown(found.leads);
    case 'table':
      return leadsTable(found.leads, { style: styleOf(stdout, env), columns: stdout.columns, marks: marksOf(env) });
  }
}

/** A page of the leads behind the one number of a request. */
export async function leadsBehind(
  store: ServiceContext,
  request: ReportRequest,
  { part, limit }: LeadsPage,
  after: string | undefined,
): Promise<LeadPage> {
  const [metric = ''] = request.metrics;
  if (after !== undefined && !cursor.test(after)) throw new CliError('bad-cursor', { found: after });
  const page = after === undefined ? { limit } : { limit, after };
  return reportLeads(store, { report: request, cell: { metric, dimensions: {}, part }, page });
}

/** How many leads there are, and how to go on. */
export function pageSentence(
  { leads, total, next }: LeadPage,
  { part }: LeadsPage,
  { asOf }: ReportRequest,
  isFurther: boolean,
): string {
  const of = part === 'excluded' ? 'left out' : `in the ${part}`;
  const all = `${countText(total)} ${total === 1 ? 'lead' : 'leads'} ${of}`;
  if (total === 0) return `No lead is ${of}.`;
  if (next === null) return isFurther ? `The last ${countText(leads.length)} of ${all}.` : `${all}, all of them.`;
  const time = asOf === undefined ? '' : ` --as-of ${asOf}`;
  return `${countText(leads.length)} of ${all}. The next page: --after ${next}${time}`;
}

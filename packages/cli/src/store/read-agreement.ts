import { type Agreement, formatIssue } from '@sameteam/agreement';
import { metricIds } from '@sameteam/metrics';
import { loadAgreement } from '../agreement/load-agreement.ts';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';

/**
 * The agreement that is named on the command line. What is doubtful in it is told on standard error.
 * @param path as given; `undefined` leaves the choice to the store: the one that it keeps, else the default one
 * @throws CliError `no-file`, `not-utf8`, `bad-module`; `bad-agreement` with every fault, its line and its remedy
 */
export async function readAgreement(
  path: string | undefined,
  context: Pick<CommandContext, 'cwd' | 'stderr' | 'stop'>,
): Promise<Agreement | undefined> {
  if (path === undefined) return undefined;
  const { agreement, issues } = await loadAgreement(path, context, { metrics: metricIds });
  const errors = issues.filter((issue) => issue.severity === 'error');
  if (agreement === null) throw new CliError('bad-agreement', { path, faults: errors.map(formatIssue) });
  for (const issue of issues.filter((it) => it.severity === 'warning')) context.stderr.write(`${formatIssue(issue)}\n`);
  return agreement;
}

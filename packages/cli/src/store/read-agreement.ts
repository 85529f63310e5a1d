import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Agreement, formatIssue, parseAgreement } from '@sameteam/agreement';
import { metricIds } from '@sameteam/metrics';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';

/**
 * The agreement that is named on the command line. What is doubtful in it is told on standard error.
 * @param path as given; `undefined` leaves the choice to the store: the one that it keeps, else the default one
 * @throws CliError `no-file`; `bad-agreement` with every fault, its line and its remedy
 */
export function readAgreement(
  path: string | undefined,
  { cwd, stderr }: Pick<CommandContext, 'cwd' | 'stderr'>,
): Agreement | undefined {
  if (path === undefined) return undefined;
  const { agreement, issues } = parseAgreement(readText(resolve(cwd, path), path), { file: path, metrics: metricIds });
  const errors = issues.filter((issue) => issue.severity === 'error');
  if (agreement === null) throw new CliError('bad-agreement', { path, faults: errors.map(formatIssue) });
  for (const issue of issues.filter((it) => it.severity === 'warning')) stderr.write(`${formatIssue(issue)}\n`);
  return agreement;
}

function readText(path: string, named: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'ENOENT') throw cause;
    const remedy = '`sameteam init` writes one to begin with.';
    throw new CliError('no-file', { what: 'agreement', path: named, remedy }, { cause });
  }
}

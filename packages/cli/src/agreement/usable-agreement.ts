import { type Agreement, formatIssue } from '@sameteam/agreement';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { loadAgreement } from './load-agreement.ts';

/**
 * Reads an agreement that must load.
 * @throws CliError `no-file`, `not-utf8`, `bad-module`; `bad-agreement` with every fault, its line and its remedy
 */
export async function usableAgreement(file: string, context: Pick<CommandContext, 'cwd' | 'stop'>): Promise<Agreement> {
  const { agreement, issues } = await loadAgreement(file, context);
  if (agreement !== null) return agreement;
  const errors = issues.filter((issue) => issue.severity === 'error');
  throw new CliError('bad-agreement', { path: file, faults: errors.map(formatIssue) });
}

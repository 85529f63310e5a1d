import type { KeptAgreements } from '@sameteam/metrics/duckdb';
import { type JudgedBy, judgeBy } from '../agreement/judge-by.ts';
import { signedVersions } from '../agreement/signed-versions.ts';
import type { CommandContext } from '../context.ts';
import { readAgreement } from './read-agreement.ts';

/** Decides by what a store is judged, once it is known what that keeps. */
export type DecideJudging = (kept: KeptAgreements) => Promise<JudgedBy>;

/**
 * Reads the agreement that is named on the command line and the versions that lie beside it. What is wrong with the order
 * of versions is told on standard error when it is decided by which one judges when.
 * @param file as given; `undefined` leaves the choice to the store
 * @throws CliError `no-file`, `not-utf8`, `bad-module`, `bad-agreement`
 */
export async function judgingBy(
  file: string | undefined,
  context: Pick<CommandContext, 'cwd' | 'stderr' | 'stop' | 'now'>,
): Promise<DecideJudging> {
  const agreement = await readAgreement(file, context);
  const named = file === undefined || agreement === undefined ? null : await signedVersions(file, agreement, context);
  return async (kept) => {
    const judged = await judgeBy(named, kept, { nowMs: context.now() });
    tellHistory(judged, context);
    return judged;
  };
}

/** Says on standard error what is wrong with the order of versions. */
function tellHistory({ history }: JudgedBy, { stderr }: Pick<CommandContext, 'stderr'>): void {
  for (const { severity, message, remedy } of history?.issues ?? []) {
    if (severity === 'error') stderr.write(`${message} ${remedy}\n`);
  }
}

import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { CommandContext } from '../context.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { plainText } from '../terminal/plain-text.ts';
import { styleOf } from '../terminal/style.ts';
import { padText } from '../terminal/text-width.ts';
import { checkDatabase } from './check-database.ts';
import { checkBrowser, checkDisk, checkDuckDb, checkNode, checkZones } from './check-machine.ts';
import type { Finding } from './finding.ts';

/** Options of `sameteam doctor`, as the command line gives them. */
export interface DoctorOptions {
  readonly db?: string;
  readonly json?: boolean;
}

/**
 * Answers `sameteam doctor`: what was looked at, what was found, and what to do. A warning is no failure.
 * @returns `failed` when anything does not work
 */
export async function runDoctor(options: DoctorOptions, context: CommandContext): Promise<ExitCode> {
  const file = options.db === undefined ? null : resolve(context.cwd, options.db);
  const folder = file === null || !existsSync(dirname(file)) ? context.cwd : dirname(file);
  const findings: readonly Finding[] = [
    checkNode(process.versions.node),
    await checkDuckDb(),
    checkZones(),
    checkDisk(folder),
    ...(options.db === undefined || file === null
      ? []
      : await checkDatabase(options.db, { file, nowMs: context.now() })),
    checkBrowser(context.env),
  ];
  const isFine = findings.every((it) => it.status !== 'failed');
  context.stdout.write(
    options.json ? `${JSON.stringify({ ok: isFine, checks: findings }, null, 2)}\n` : table(findings, context),
  );
  return isFine ? exitCodes.done : exitCodes.failed;
}

function table(findings: readonly Finding[], { stdout, env }: CommandContext): string {
  const style = styleOf(stdout, env);
  const marks = { ok: style.green('ok     '), warning: style.yellow('warning'), failed: style.red('failed ') };
  const width = Math.max(...findings.map((it) => it.check.length));
  return findings
    .map(({ check, status, found, remedy }) => {
      const line = `${marks[status]}  ${padText(check, width, 'left')}  ${plainText(found)}\n`;
      return remedy === null ? line : `${line}${' '.repeat(width + 11)}${style.dim(plainText(remedy))}\n`;
    })
    .join('');
}

import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { publicHolidays } from '@sameteam/agreement/holidays';
import type { ImportOutcome } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { type SimulatedCompany, simulateCompany, simulatedAgreement } from '@sameteam/mocks';
import type { CommandContext } from '../context.ts';
import { CliError } from '../errors/cli-error.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { demoPeriod } from './demo-period.ts';
import { demoProgress } from './demo-progress.ts';
import { loadCompany } from './load-company.ts';

/** Options of `sameteam demo`, as the command line gives them. */
export interface DemoOptions {
  readonly db: string;
  readonly json?: boolean;
}

/**
 * Answers `sameteam demo`: the simulated company as a database. It is made under another name and renamed at the end,
 * so that a half-made one is never taken for it; what an earlier, killed run has left is removed.
 * @throws CliError `demo-there` when the file exists; `stopped`
 */
export async function runDemo(options: DemoOptions, context: CommandContext): Promise<ExitCode> {
  const path = resolve(context.cwd, options.db);
  if (existsSync(path)) throw new CliError('demo-there', { path: options.db });
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.part-${process.pid}`;
  try {
    const outcome = await makeDemo(part, context);
    renameSync(part, path);
    tell(options, context, outcome);
    return exitCodes.done;
  } finally {
    removeFile(part);
    removeParts(path);
  }
}

/**
 * Makes the database of a simulated company. The file keeps the agreement of the company, which judges every later
 * opening that names none.
 * @param company a smaller one for tests
 * @throws CliError `stopped`
 */
export async function makeDemo(
  path: string,
  context: Pick<CommandContext, 'now' | 'stop' | 'stderr'>,
  company: Pick<SimulatedCompany, 'events'> = simulateCompany({ seed: 1, ...demoPeriod(context.now()) }),
): Promise<ImportOutcome> {
  const engine = await openDuckDbEngine({ path, agreement: simulatedAgreement(), holidays: publicHolidays });
  const { end, ...progress } = demoProgress(context.stderr);
  try {
    return await loadCompany(engine, company, { recordedMs: context.now(), stop: context.stop, ...progress });
  } finally {
    end();
    await engine.close();
  }
}

function tell(
  { db, json }: DemoOptions,
  { stdout }: CommandContext,
  { events, leads }: { events: number; leads: number },
): void {
  const count = new Intl.NumberFormat('en');
  stdout.write(
    json
      ? `${JSON.stringify({ db, events, leads })}\n`
      : `${db}: ${count.format(leads)} leads, ${count.format(events)} events\n`,
  );
}

function removeParts(path: string): void {
  const prefix = `${basename(path)}.part-`;
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(prefix) && !isRunning(Number.parseInt(name.slice(prefix.length), 10)))
      rmSync(join(dirname(path), name), { recursive: true, force: true });
  }
}

/** Whether a process that may be making the company at this moment is there. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** A database and what it keeps beside itself while it is open. */
function removeFile(path: string): void {
  for (const suffix of ['', '.wal', '.tmp']) rmSync(`${path}${suffix}`, { recursive: true, force: true });
}

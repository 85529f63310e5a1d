import { randomUUID } from 'node:crypto';
import type { CommandContext } from '../../context.ts';
import { type ExitCode, exitCodes } from '../../exit-code.ts';
import { plainText } from '../../terminal/plain-text.ts';
import { styleOf } from '../../terminal/style.ts';
import { allPromises } from './all-promises.ts';
import { createTargetClient } from './create-target-client.ts';
import { readHeaders, readTargetUrl } from './read-target.ts';
import { promiseLines, summaryLine } from './report-text.ts';
import { countOf, type PromisesRun, runPromises } from './run-promises.ts';
import { createTestKit, type TestKit } from './test-kit.ts';

/** Options of `sameteam validate --target`, as the command line gives them. */
export interface TargetOptions {
  /** Address of the endpoint, such as `http://localhost:4330`. */
  readonly target: string;
  /** `Name: value`, sent with every request. */
  readonly header?: readonly string[] | undefined;
  readonly json?: boolean | undefined;
  /** Seconds that an answer may take; 10 unless told. */
  readonly timeout?: number | undefined;
  /** Names the run; random unless told. */
  readonly run?: string | undefined;
}

/**
 * Answers `sameteam validate --target`: tries every promise of the ingest contract at an endpoint, and reports.
 * @returns `failed` where a promise is broken, or the endpoint cannot be reached
 * @throws InvalidArgumentError for an address or a header that is none
 */
export async function runTarget(options: TargetOptions, context: CommandContext): Promise<ExitCode> {
  const { stdout, stderr, env, stop, now } = context;
  const { timeout = 10, run = randomUUID().slice(0, 8) } = options;
  const baseUrl = readTargetUrl(options.target);
  const headers = readHeaders(options.header ?? []);
  const client = createTargetClient({ baseUrl, headers, timeoutMs: timeout * 1000, stop });
  const kit = createTestKit({ run, nowMs: now() });

  const where = baseUrl.href.replace(/\/$/, '');
  stderr.write(`${announcement(where, kit)}\n`);
  const told = await runPromises(allPromises, { client, kit }).catch((error: unknown) => {
    if (stop.aborted) return null;
    throw error;
  });
  if (told === null) {
    stderr.write('Stopped before the end: nothing can be said of the endpoint.\n');
    return exitCodes.failed;
  }
  if (!told.reached) {
    stderr.write(`Cannot try ${where}: ${plainText(told.because)}\n`);
    return exitCodes.failed;
  }
  const style = styleOf(stdout, env);
  if (options.json) stdout.write(`${JSON.stringify(reportOf(told, where, kit))}\n`);
  else {
    const { results } = told;
    const lines = promiseLines(results, { style, columns: stdout.columns });
    stdout.write(`${lines.join('\n')}\n\n${summaryLine(results, { style })}\n`);
    stderr.write(`${remains(told, kit)}\n`);
  }
  return told.results.every(({ passed }) => passed) ? exitCodes.done : exitCodes.failed;
}

function announcement(where: string, kit: TestKit): string {
  const { events, requests } = countOf(allPromises, kit);
  return `Sending ${events} test events in ${requests} requests to ${where}. Their ids and subjects begin with ${kit.id('').replace(/-$/, '')}.`;
}

type Reached = Extract<PromisesRun, { readonly reached: true }>;

function remains({ traces }: Reached, { source }: TestKit): string {
  const { imports } = traces;
  if (imports.length === 0) return `The source of what was taken is ${source}.`;
  return `To take the test events back, retract those of source ${source}, or the imports that --json lists (${imports.length}).`;
}

function reportOf({ results, traces }: Reached, target: string, kit: TestKit): object {
  const failed = results.filter(({ passed }) => !passed).length;
  return {
    target,
    run: kit.run,
    source: kit.source,
    ...countOf(allPromises, kit),
    passed: results.length - failed,
    failed,
    promises: results,
    ...traces,
  };
}

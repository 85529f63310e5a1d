import { main } from '../../src/main.ts';
import { type TestContext, testContext } from '../../src/test-support/test-context.ts';

/** What a command came to. */
export interface Ran {
  readonly exit: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command is run within the process of the test. */
export interface RunOptions {
  readonly cwd: string;
  /** The clock; noon of 1 October 2026 by default. */
  readonly nowMs?: number;
  readonly stop?: AbortSignal;
}

/** Runs `sameteam` within the process of the test: no start to pay for, and a clock of its own. */
export async function sameteam(args: readonly string[], { cwd, nowMs, stop }: RunOptions): Promise<Ran> {
  const context: TestContext = testContext({
    cwd,
    ...(nowMs === undefined ? {} : { now: () => nowMs }),
    ...(stop === undefined ? {} : { stop }),
  });
  const exit = await main(args, context);
  return { exit, ...context.written };
}

/** The one JSON object that a command printed; fails where standard output holds anything else. */
export function jsonOf<T = Record<string, unknown>>({ stdout }: Pick<Ran, 'stdout'>): T {
  if (!/^\{.*\}\n$/.test(stdout)) throw new Error(`Standard output is not one line of JSON: ${stdout.slice(0, 500)}`);
  return JSON.parse(stdout) as T;
}

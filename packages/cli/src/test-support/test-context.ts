import type { CommandContext } from '../context.ts';

/** A context that keeps what is written, for tests of commands as functions. */
export interface TestContext extends CommandContext {
  readonly written: { stdout: string; stderr: string };
  /** Tells the command to stop. */
  readonly abort: () => void;
}

/**
 * @param changes what differs from a pipe in a folder, at noon of 1 October 2026
 */
export function testContext(changes: Partial<CommandContext> = {}): TestContext {
  const written = { stdout: '', stderr: '' };
  const controller = new AbortController();
  const output = (name: keyof typeof written) => ({
    write(text: string) {
      written[name] += text;
    },
    isTerminal: false,
    columns: 80,
  });
  return {
    stdout: output('stdout'),
    stderr: output('stderr'),
    canAsk: false,
    env: {},
    cwd: process.cwd(),
    now: () => Date.UTC(2026, 9, 1, 12),
    stop: controller.signal,
    ...changes,
    written,
    abort: () => controller.abort(),
  };
}

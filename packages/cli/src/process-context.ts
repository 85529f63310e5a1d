import type { CommandContext, Output } from './context.ts';
import { tellError } from './errors/tell-error.ts';

/** What of the process a context is made of. */
export type ProcessLike = Pick<
  NodeJS.Process,
  'stdin' | 'stdout' | 'stderr' | 'env' | 'cwd' | 'on' | 'off' | 'exit' | 'disconnect' | 'connected'
>;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * The context of a real process. A first signal asks the command to stop, a second one ends it at once. A process that
 * was started with a channel to its parent (by `npm start`) stops when the channel closes, so that it never outlives it.
 * @returns `dispose` takes all listeners off, so that the process can end
 */
export function processContext(process: ProcessLike): {
  readonly context: CommandContext;
  readonly dispose: () => void;
} {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  const orphaned = () => controller.abort();
  for (const signal of signals) process.on(signal, stop);
  process.on('disconnect', orphaned);
  // A reader that has seen enough (`| head`) closes the pipe: that is no failure.
  const ignoreClosedPipe = (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    tellError(error, { stderr: outputOf(process.stderr), env: process.env });
    process.exit(1);
  };
  process.stdout.on('error', ignoreClosedPipe);
  process.stderr.on('error', ignoreClosedPipe);

  return {
    context: {
      stdout: outputOf(process.stdout),
      stderr: outputOf(process.stderr),
      canAsk: Boolean(process.stdin.isTTY && process.stderr.isTTY) && !process.env.CI,
      env: process.env,
      cwd: process.cwd(),
      now: () => Date.now(),
      stop: controller.signal,
    },
    dispose() {
      for (const signal of signals) process.off(signal, stop);
      process.off('disconnect', orphaned);
      if (process.connected) process.disconnect();
    },
  };
}

function outputOf(stream: NodeJS.WriteStream): Output {
  return {
    write: (text) => stream.write(text),
    isTerminal: Boolean(stream.isTTY),
    get columns() {
      return stream.columns ?? 80;
    },
  };
}

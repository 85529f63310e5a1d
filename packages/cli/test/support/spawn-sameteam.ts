import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('../../src/bin.ts', import.meta.url));

/** How a process of the command ended. */
export interface Ended {
  /** `null` where a signal ended it. */
  readonly exit: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process of the command. */
export interface Spawned {
  readonly child: ChildProcess;
  /** What was written to standard output so far. */
  readonly stdout: () => string;
  readonly ended: Promise<Ended>;
}

/**
 * Starts `sameteam` as a process of its own, from sources.
 * @param nodeArgs what stands before the script
 */
export function spawnSameteam(
  args: readonly string[],
  { cwd, nodeArgs = [] }: { readonly cwd: string; readonly nodeArgs?: readonly string[] },
): Spawned {
  const child = spawn(process.execPath, ['--conditions=@sameteam/source', ...nodeArgs, bin, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    written.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    written.stderr += chunk.toString();
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exit, signal) => resolve({ exit, signal, ...written }));
  });
  return { child, stdout: () => written.stdout, ended };
}

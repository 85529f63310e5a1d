import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/**
 * Tells the most memory that a process took, as a last line of standard error. Linux counts what the process was forked from
 * into the peak of its resource usage, so that there the mark of its own memory is read.
 */
const tellPeak = `data:text/javascript,${encodeURIComponent(`
import { readFileSync } from 'node:fs';
const own = () => 1024 * Number(/VmHWM:\\s+(\\d+) kB/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
const peak = () => (process.platform === 'linux' ? own() : process.resourceUsage().maxRSS * 1024);
process.on('exit', () => process.stderr.write('peak ' + peak() + '\\n'));
`)}`;

/** A process of the command. */
export interface Spawned {
  readonly child: ChildProcess;
  /** What was written to standard output so far. */
  readonly stdout: () => string;
  readonly ended: Promise<Ended>;
}

/**
 * Starts `sameteam` as a process of its own, from sources.
 * @param tellsPeak whether it tells the most memory that it took, for `takePeak`
 */
export function spawnSameteam(
  args: readonly string[],
  { cwd, tellsPeak = false }: { readonly cwd: string; readonly tellsPeak?: boolean },
): Spawned {
  const nodeArgs = ['--conditions=@sameteam/source', ...(tellsPeak ? [`--import=${tellPeak}`] : [])];
  const child = spawn(process.execPath, [...nodeArgs, bin, ...args], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Most of the start of a process is to compile it.
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'sameteam-compile-cache') },
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

/** Takes the line of `tellsPeak` off standard error: the most memory in bytes, and what else was said. */
export function takePeak({ stderr }: Pick<Ended, 'stderr'>): { readonly bytes: number; readonly stderr: string } {
  const [line, bytes] = /peak (\d+)\n$/.exec(stderr) ?? [];
  if (line === undefined) throw new Error('The process did not come to its own end.');
  return { bytes: Number(bytes), stderr: stderr.slice(0, -line.length) };
}

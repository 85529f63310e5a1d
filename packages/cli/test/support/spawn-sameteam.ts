import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
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

/** Writes the most memory that a process took when it ends. */
const tellPeak = `data:text/javascript,${encodeURIComponent(
  "import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync('peak.txt', String(process.resourceUsage().maxRSS * 1024)));",
)}`;

/** A process of the command. */
export interface Spawned {
  readonly child: ChildProcess;
  /** What was written to standard output so far. */
  readonly stdout: () => string;
  readonly ended: Promise<Ended>;
}

/** Starts `sameteam` as a process of its own, from sources. */
export function spawnSameteam(args: readonly string[], { cwd }: { readonly cwd: string }): Spawned {
  const child = spawn(process.execPath, ['--conditions=@sameteam/source', `--import=${tellPeak}`, bin, ...args], {
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

/** The most memory that the last process in a folder took, in bytes. */
export function peakBytes(cwd: string): number {
  const path = join(cwd, 'peak.txt');
  if (!existsSync(path)) throw new Error('The process did not come to its own end.');
  return Number(readFileSync(path, 'utf8'));
}

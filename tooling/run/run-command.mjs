// @ts-check
import { spawn } from 'node:child_process';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {{ code: number | null, signal: NodeJS.Signals | null, output: string }} CommandResult */

/** @typedef {{ isStopped: boolean, readonly graceMs: number, readonly closed: Promise<void> }} Running */

/** What runs now. @type {Map<ChildProcess, Running>} */
const running = new Map();

const isWindows = process.platform === 'win32';

/** A command was told to stop, so that nothing of what it did counts: turbo ends with code 0 then. */
export class StoppedError extends Error {}

/**
 * Runs a command to its end. Its output is kept and returned, or shown as it comes.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, show?: boolean, graceMs?: number }} options `show`: output goes to the
 *   terminal; `graceMs`: how long it may take to end when it is told to, 3 s unless told
 * @returns {Promise<CommandResult>} rejects when the command cannot be started, and with StoppedError after `stopCommands`
 */
export function runCommand(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      stdio: options.show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      // npm is a batch file on Windows.
      shell: isWindows && !/\.exe$/i.test(command),
      // A group of its own can be ended with all that it started.
      detached: !isWindows,
    });
    const closed = new Promise((/** @type {(value: void) => void} */ done) => {
      child.on('error', () => done());
      child.on('close', () => done());
    });
    /** @type {Running} */
    const state = { isStopped: false, graceMs: options.graceMs ?? 3000, closed };
    running.set(child, state);
    let output = '';
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => {
      running.delete(child);
      reject(error);
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      if (state.isStopped) reject(new StoppedError(`${command} was stopped`));
      else resolve({ code, signal, output });
    });
  });
}

/**
 * Tells every command that still runs to stop, and ends those that take too long.
 * @param {NodeJS.Signals} signal
 */
export async function stopCommands(signal) {
  const stopped = [...running];
  for (const [child, state] of stopped) {
    state.isStopped = true;
    send(child, signal);
    setTimeout(() => send(child, 'SIGKILL'), state.graceMs).unref();
  }
  await Promise.all(stopped.map(([, { closed }]) => closed));
}

/**
 * Signals a command and what it started.
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function send(child, signal) {
  if (isWindows || child.pid === undefined) {
    child.kill(signal);
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}

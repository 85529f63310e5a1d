// @ts-check
import { spawn } from 'node:child_process';
import { watchKeys } from './watch-keys.mjs';

const graceMs = 5000;

/**
 * Runs the command until it ends or this process is told to stop. The command holds a channel to this process and
 * stops when it closes: by a signal, and also when this process is killed. So nothing is left behind.
 * @param {string} node
 * @param {readonly string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, onStop?: (stop: () => void) => void }} options
 *   `onStop` receives the function that ends the command
 * @returns {Promise<number>} its exit code
 */
export function serve(node, args, { cwd, env, onStop }) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, args, { cwd, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    let isStopping = false;
    const stop = () => {
      if (isStopping) return;
      isStopping = true;
      if (child.connected) child.disconnect();
      setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
    };
    onStop?.(stop);
    const giveBack = watchKeys(process.stdin, stop);
    child.on('error', reject);
    child.on('exit', giveBack);
    child.on('exit', (code, signal) => resolve(code ?? (isStopping && signal !== 'SIGKILL' ? 0 : 1)));
  });
}

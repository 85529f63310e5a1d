// @ts-check
import { StoppedError } from './run-command.mjs';

/**
 * @typedef {{ write(text: string): unknown, isTTY?: boolean | undefined }} Terminal
 */

/**
 * Shows one line for a piece of work: its name while it runs, its seconds when it is done.
 * @template T
 * @param {string} name such as `building`
 * @param {() => Promise<T>} work
 * @param {{ terminal: Terminal, now?: () => number, every?: number }} options `now` in milliseconds
 * @returns {Promise<T>} what the work returns; a failure is passed on after the line is closed
 */
export async function step(name, work, { terminal, now = () => performance.now(), every = 1000 }) {
  const started = now();
  const seconds = () => `${((now() - started) / 1000).toFixed(1)} s`;
  terminal.write(`${name} …`);
  const tick = terminal.isTTY
    ? setInterval(() => terminal.write(`\r\u001b[2K${name} … ${seconds()}`), every)
    : undefined;
  const close = (/** @type {string} */ text) => {
    clearInterval(tick);
    terminal.write(terminal.isTTY ? `\r\u001b[2K${name} … ${text}\n` : ` ${text}\n`);
  };
  try {
    const result = await work();
    close(seconds());
    return result;
  } catch (error) {
    close(`${error instanceof StoppedError ? 'stopped' : 'failed'} after ${seconds()}`);
    throw error;
  }
}

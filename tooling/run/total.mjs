// @ts-check
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { check, summary } from './tally.mjs';

/** @typedef {import('./tally-reporter.mjs').Tally} Tally */

/**
 * Ends a suite: prints its counts, and leaves them in the file that SAMETEAM_TOTAL names, where several are summed up.
 * @param {Tally} tally
 * @param {{ terminal: import('./step.mjs').Terminal, env: NodeJS.ProcessEnv }} options
 * @returns {0 | 1} the exit code
 */
export function endSuite(tally, { terminal, env }) {
  terminal.write(`\n${summary(tally)}`);
  if (env.SAMETEAM_TOTAL) writeFileSync(env.SAMETEAM_TOTAL, JSON.stringify(tally));
  return tally.failed === 0 ? 0 : 1;
}

/**
 * Reads what a suite left, and takes it away. A suite that ended without leaving counts, or that failed without counting a
 * failure, is one failure.
 * @param {string} path
 * @param {number | null} exitCode
 * @returns {Tally}
 */
export function readTotal(path, exitCode) {
  if (!existsSync(path)) return check(false);
  const tally = /** @type {Tally} */ (JSON.parse(readFileSync(path, 'utf8')));
  rmSync(path, { force: true });
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

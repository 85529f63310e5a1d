// @ts-check
import { existsSync, readFileSync, rmSync } from 'node:fs';

/** @typedef {import('./tally-reporter.mjs').Tally} Tally */

/** @type {Tally} */
const nothing = { passed: 0, failed: 0, skipped: [] };

/** One check that is no test, such as the build. @type {(ok: boolean) => Tally} */
export const check = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [] });

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sum(tallies) {
  const failures = tallies.flatMap((it) => it.failures ?? []);
  const counts = tallies.reduce(
    (all, it) => ({
      passed: all.passed + it.passed,
      failed: all.failed + it.failed,
      skipped: [...all.skipped, ...it.skipped],
    }),
    nothing,
  );
  return failures.length === 0 ? counts : { ...counts, failures };
}

/**
 * Reads what the reporter of a run of vitest left. A run that failed without a failed test (it crashed, or it found no
 * tests) is one failure.
 * @param {string} path
 * @param {number | null} exitCode
 * @returns {Tally}
 */
export function readTally(path, exitCode) {
  const tally = existsSync(path) ? /** @type {Tally} */ (JSON.parse(readFileSync(path, 'utf8'))) : nothing;
  rmSync(path, { force: true });
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/**
 * The tests that have failed, a line each, with the first line of what they said: a log of which only the end was kept
 * tells so much.
 * @param {Tally} tally
 * @returns {string}
 */
export function failedTests({ failures = [] }) {
  return failures.map((it) => `failed: ${it.test} (${it.file}): ${it.message}\n`).join('');
}

/**
 * What is printed at the end: skipped tests with their reasons, those that failed, then the counts alone on the last line.
 * @param {Tally} tally
 * @returns {string}
 * @example summary({ passed: 3, failed: 0, skipped: [] }) // '3 passed, 0 failed, 0 skipped\n'
 */
export function summary(tally) {
  const { passed, failed, skipped } = tally;
  const reasons = skipped.map((it) => `skipped: ${it.test} (${it.file})${it.reason ? `: ${it.reason}` : ''}\n`);
  return `${reasons.join('')}${failedTests(tally)}${passed} passed, ${failed} failed, ${skipped.length} skipped\n`;
}

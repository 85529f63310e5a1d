// @ts-check
import { failedTests } from './tally.mjs';

/** @typedef {import('./tally-reporter.mjs').Tally} Tally */

/**
 * Runs suites one after the other, the later ones also when one fails, and says of each what failed and what it counted.
 * @param {readonly { readonly script: string }[]} suites
 * @param {{
 *   runSuite: (script: string) => Promise<Tally>,
 *   terminal: import('./step.mjs').Terminal,
 * }} options
 * @returns {Promise<readonly Tally[]>}
 */
export async function runSuites(suites, { runSuite, terminal }) {
  /** @type {Tally[]} */
  const tallies = [];
  /** @type {string[]} */
  const lines = [];
  for (const { script } of suites) {
    const tally = await runSuite(script);
    tallies.push(tally);
    lines.push(
      failedTests(tally),
      `${script}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped.length} skipped\n`,
    );
  }
  terminal.write(`\n${lines.join('')}`);
  return tallies;
}

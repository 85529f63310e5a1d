// @ts-check
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * @typedef {{ test: string, file: string, reason: string | null }} Skipped
 * @typedef {{ test: string, file: string, message: string }} Failure `message` is its first line
 * @typedef {{
 *   passed: number,
 *   failed: number,
 *   skipped: readonly Skipped[],
 *   failures?: readonly Failure[],
 * }} Tally `failures` where tests have failed that are known by name
 */

/**
 * A vitest reporter that leaves its counts, and which tests have failed, in the file that SAMETEAM_TALLY names. vitest's own JSON knows that a test
 * was skipped and forgets the note that says why. A file that could not be loaded and an error outside of any test are
 * one failure each, since no test would tell of them.
 */
export default class TallyReporter {
  /** @type {import('vitest/node').Reporter['onTestRunEnd']} */
  onTestRunEnd = (modules, errors) => {
    let passed = 0;
    let failed = errors.length;
    /** @type {Skipped[]} */
    const skipped = [];
    /** @type {Failure[]} */
    const failures = [];
    for (const module of modules) {
      const file = relative(process.cwd(), module.moduleId).replaceAll('\\', '/');
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') passed += 1;
        else if (result.state === 'skipped') {
          skipped.push({ test: test.fullName, file, reason: result.note ?? null });
        } else {
          failedHere += 1;
          failures.push({ test: test.fullName, file, message: firstLine(result.errors?.[0]?.message) });
        }
      }
      failed += failedHere > 0 ? failedHere : module.ok() ? 0 : 1;
    }
    const path = process.env.SAMETEAM_TALLY;
    if (path)
      writeFileSync(path, JSON.stringify({ passed, failed, skipped, ...(failures.length === 0 ? {} : { failures }) }));
  };
}

/** @param {string | undefined} message */
function firstLine(message) {
  return (message ?? '').split('\n', 1)[0]?.slice(0, 1000) ?? '';
}

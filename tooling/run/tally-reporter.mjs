// @ts-check
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/**
 * @typedef {{ test: string, file: string, reason: string | null }} Skipped
 * @typedef {{ passed: number, failed: number, skipped: readonly Skipped[] }} Tally
 */

/**
 * A vitest reporter that leaves its counts in the file that SAMETEAM_TALLY names. vitest's own JSON knows that a test
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
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') passed += 1;
        else if (result.state === 'skipped') {
          const file = relative(process.cwd(), module.moduleId).replaceAll('\\', '/');
          skipped.push({ test: test.fullName, file, reason: result.note ?? null });
        } else failedHere += 1;
      }
      failed += failedHere > 0 ? failedHere : module.ok() ? 0 : 1;
    }
    const path = process.env.SAMETEAM_TALLY;
    if (path) writeFileSync(path, JSON.stringify({ passed, failed, skipped }));
  };
}

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check, readTally, sum, summary } from './tally.mjs';

const folder = mkdtempSync(join(tmpdir(), 'sameteam-test-'));
const skipped = { test: 'imports Olist', file: 'a.test.ts', reason: 'shared/data is absent' };

describe('readTally', () => {
  it('counts a run that crashed as one failure', () => {
    expect(readTally(join(folder, 'absent.json'), 1)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });

  it('counts a run that failed outside of its tests as one failure more', () => {
    const path = join(folder, 'a.json');
    writeFileSync(path, JSON.stringify({ passed: 3, failed: 0, skipped: [] }));
    expect(readTally(path, 1)).toEqual({ passed: 3, failed: 1, skipped: [] });
  });

  it('leaves the counts of a run alone', () => {
    const path = join(folder, 'b.json');
    writeFileSync(path, JSON.stringify({ passed: 3, failed: 2, skipped: [skipped] }));
    expect(readTally(path, 1)).toEqual({ passed: 3, failed: 2, skipped: [skipped] });
  });
});

describe('summary', () => {
  it('ends with the counts, after the reasons of what was skipped', () => {
    const total = sum([check(true), check(false), { passed: 10, failed: 0, skipped: [skipped] }]);
    expect(summary(total)).toBe(
      'skipped: imports Olist (a.test.ts): shared/data is absent\n11 passed, 1 failed, 1 skipped\n',
    );
  });

  it('names the tests that failed before the counts, with the first line of what they said', () => {
    const failure = { test: 'engines agree', file: 'b.test.ts', message: 'To see it again: seed 7' };
    const total = sum([check(true), { passed: 0, failed: 1, skipped: [], failures: [failure] }]);
    expect(summary(total)).toBe(
      'failed: engines agree (b.test.ts): To see it again: seed 7\n1 passed, 1 failed, 0 skipped\n',
    );
  });
});

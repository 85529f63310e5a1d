import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { endSuite, readTotal } from './total.mjs';

const folder = mkdtempSync(join(tmpdir(), 'sameteam-test-'));
const skipped = [{ test: 'imports Olist', file: 'a.test.ts', reason: 'shared/data is absent' }];

function ended(failed: number, path?: string) {
  let text = '';
  const terminal = { write: (part: string) => (text += part) };
  const code = endSuite(
    { passed: 3, failed, skipped },
    { terminal, env: path === undefined ? {} : { SAMETEAM_TOTAL: path } },
  );
  return { code, text };
}

describe('endSuite', () => {
  it('ends with the counts, and with code 1 when something failed', () => {
    expect(ended(0).text).toMatch(/\n3 passed, 0 failed, 1 skipped\n$/);
    expect(ended(0).code).toBe(0);
    expect(ended(2).code).toBe(1);
  });

  it('leaves the counts for the total, once', () => {
    const path = join(folder, 'a.json');
    ended(2, path);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ passed: 3, failed: 2, skipped });
    expect(readTotal(path, 1)).toEqual({ passed: 3, failed: 2, skipped });
    expect(existsSync(path)).toBe(false);
  });
});

describe('readTotal', () => {
  it('counts a suite that left nothing as one failure, whatever its code', () => {
    expect(readTotal(join(folder, 'absent.json'), 0)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });

  it('counts a suite that failed after its counts as one failure', () => {
    const path = join(folder, 'b.json');
    ended(0, path);
    expect(readTotal(path, 1)).toEqual({ passed: 3, failed: 1, skipped });
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './root.mjs';
import { runSuites } from './run-suites.mjs';
import { suites } from './suites.mjs';
import { check } from './tally.mjs';

it('runs all suites in their order, also after one that fails, and tells what each counted', async () => {
  const ran: string[] = [];
  let text = '';
  const tallies = await runSuites([{ script: 'test' }, { script: 'test:b' }, { script: 'test:c' }], {
    runSuite: async (script) => {
      ran.push(script);
      return check(script !== 'test:b');
    },
    terminal: { write: (part: string) => (text += part) },
  });
  expect(ran).toEqual(['test', 'test:b', 'test:c']);
  expect(tallies).toEqual([check(true), check(false), check(true)]);
  expect(text).toContain('test:b: 0 passed, 1 failed, 0 skipped\n');
});

it('knows suites that are scripts of the workspace, with configurations that exist', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const { script, config } of suites) {
    if (config === undefined) expect(scripts).toHaveProperty([script]);
    else {
      expect(scripts[script]).toBe(`node tooling/suite.mjs ${script}`);
      expect(readFileSync(join(root, config), 'utf8')).toContain('defineConfig');
    }
  }
});

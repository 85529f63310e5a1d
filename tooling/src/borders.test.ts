import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkBorders, formatViolation } from './borders.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/borders/${name}`, import.meta.url));
const places = (name: string, rule: string) =>
  checkBorders(fixture(name))
    .filter((it) => it.rule === rule)
    .map((it) => `${it.file.replace('packages/', '')}:${it.line}`);

describe('the borders of this house', () => {
  it('hold', () => {
    expect(checkBorders(root).map(formatViolation)).toEqual([]);
  });
});

describe('checkBorders', () => {
  it('finds nothing where all borders hold', () => {
    expect(checkBorders(fixture('clean'))).toEqual([]);
  });

  it('reads sources, and not what is installed beside them', () => {
    const copy = mkdtempSync(join(tmpdir(), 'sameteam-borders-'));
    const folder = 'packages/stats/test/sandbox';
    try {
      cpSync(fixture('clean'), copy, { recursive: true });
      const write = (place: string) => {
        mkdirSync(join(copy, folder, place), { recursive: true });
        writeFileSync(join(copy, folder, place, 'index.js'), "import 'nowhere-named';\n");
      };
      write('node_modules/installed');
      expect(checkBorders(copy)).toEqual([]);
      write('own');
      expect(checkBorders(copy).map((it) => `${it.file} ${it.rule}`)).toEqual([`${folder}/own/index.js undeclared`]);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });

  it('fails on a forbidden arrow of each form, in manifest and imports, and leaves tests free in direction', () => {
    expect(places('forbidden-arrow', 'arrow')).toEqual([
      'stats/package.json:11',
      'stats/src/index.ts:1',
      'stats/src/index.ts:2',
      'stats/src/index.ts:4',
      'stats/src/index.ts:5',
      'stats/src/index.ts:8',
    ]);
  });

  it('says where, what, why and what to do', () => {
    const [, violation] = checkBorders(fixture('forbidden-arrow'));
    expect(violation && formatViolation(violation)).toBe(
      'packages/stats/src/index.ts:1 imports "@sameteam/model": the list of arrows (tooling/src/borders/house.ts) lets stats import nothing of ours, not model. ' +
        'Move the code to a package that may see both, or have the caller pass it in as an argument. [arrow]',
    );
  });

  it('fails on a deep import, in tests too, and on a relative path into another package', () => {
    expect(places('deep-import', 'deep-import')).toEqual([
      'agreement/src/index.ts:1',
      'agreement/src/lifecycle.test.ts:1',
    ]);
    expect(places('deep-import', 'leaves-package')).toEqual(['agreement/src/lifecycle.ts:1']);
  });

  it('fails on a cycle of packages and on a cycle of files', () => {
    const cycles = checkBorders(fixture('cycle')).filter((it) => it.rule === 'cycle');
    expect(cycles.map((it) => `${it.file}:${it.line} ${it.what}`)).toEqual([
      'packages/agreement/src/index.ts:1 closes the cycle agreement -> model -> agreement',
      'packages/agreement/src/index.ts:3 closes the cycle index.ts -> is-last.ts -> index.ts',
    ]);
  });

  it('fails on a read of clock, chance, environment or files, but not in a driver, a test or a script of the workshop', () => {
    const found = checkBorders(fixture('clock-read'));
    expect(found.map((it) => `${it.file}:${it.line} ${it.what}`)).toEqual([
      'packages/metrics/src/index.ts:1 imports "node:fs"',
      'packages/metrics/src/index.ts:3 uses new Date()',
      'packages/metrics/src/index.ts:5 uses Date.now()',
      'packages/metrics/src/index.ts:6 uses Math.random()',
      'packages/metrics/src/index.ts:7 uses process.env',
      'packages/metrics/src/worker.ts:1 uses Date.now()',
    ]);
  });

  it('fails when zod reaches a page through the client, and names the way', () => {
    const [closed, reach] = checkBorders(fixture('page-reach')).filter((it) => it.file.includes('widgets'));
    expect(reach).toMatchObject({ rule: 'arrow', file: 'packages/widgets/src/parse.ts', line: 1 });
    expect(closed).toMatchObject({ rule: 'page', file: 'packages/widgets/src/index.ts', line: 2 });
    expect(closed?.why).toContain(
      'packages/widgets/src/index.ts -> packages/api/src/client/index.ts -> packages/api/src/report-request.ts -> zod',
    );
  });

  it('fails on a package that is found only by luck of hoisting, in tests beside the sources too', () => {
    expect(places('undeclared', 'undeclared')).toEqual([
      'connectors/src/index.ts:1',
      'connectors/test/write.test.ts:1',
    ]);
  });

  it('fails on a package without arrows of its own', () => {
    expect(places('unknown-package', 'unknown-package')).toEqual(['shed/package.json:1']);
  });
});

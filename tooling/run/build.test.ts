import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { build, buildDigest, needsBuild } from './build.mjs';

let root = '';
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'sameteam-build-'));
  for (const name of ['package-lock.json', 'tsconfig.base.json', 'turbo.json', 'packages/a/package.json'])
    write(name, '{}');
  write('packages/a/src/index.ts', 'export {};');
  write('packages/a/dist/index.js', 'export {};');
  write('node_modules/.cache/sameteam/build.stamp', buildDigest(root));
});

it('has nothing to do when nothing changed', () => {
  expect(needsBuild(root)).toBe(false);
});

it('is needed for a changed and for a new source', () => {
  write('packages/a/src/index.ts', 'export const a = 1;');
  expect(needsBuild(root)).toBe(true);
});

it('is not needed for a test or a readme', () => {
  write('packages/a/src/index.test.ts', 'export {};');
  write('packages/a/README.md', '# a');
  expect(needsBuild(root)).toBe(false);
});

it('is needed when a package was never built', () => {
  rmSync(join(root, 'packages/a/dist'), { recursive: true });
  expect(needsBuild(root)).toBe(true);
});

it('is needed after one that failed or was interrupted, whatever was built before', async () => {
  write('node_modules/turbo/bin/turbo', 'process.exit(1);');
  await expect(build(root, process.execPath)).rejects.toThrow('Cannot build: a package does not compile.');
  expect(needsBuild(root)).toBe(true);
  write('node_modules/turbo/bin/turbo', '');
  await build(root, process.execPath);
  expect(needsBuild(root)).toBe(false);
});

it('is needed when no build is known', () => {
  rmSync(join(root, 'node_modules'), { recursive: true });
  expect(needsBuild(root)).toBe(true);
});

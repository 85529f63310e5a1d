import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { needsInstall } from './install.mjs';

function workspace(locked: object, installed: object | null): string {
  const root = mkdtempSync(join(tmpdir(), 'sameteam-install-'));
  mkdirSync(join(root, 'node_modules'));
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: locked }));
  if (installed) {
    writeFileSync(join(root, 'node_modules', '.package-lock.json'), JSON.stringify({ packages: installed }));
  }
  return root;
}

const zod = { 'node_modules/zod': { version: '4.6.7' } };
const link = { 'packages/a': { version: '0.1.0' }, 'node_modules/a': { resolved: 'packages/a', link: true } };

it.each([
  ['nothing is installed', zod, null, true],
  ['all of it is there', { '': {}, ...zod, ...link }, { ...zod, ...link }, false],
  ['a version changed', { 'node_modules/zod': { version: '4.6.8' } }, zod, true],
  ['a package is new', { ...zod, 'node_modules/lit': { version: '3.3.3' } }, zod, true],
  ['a workspace is new', { ...zod, ...link }, zod, true],
  [
    'only what another platform needs is absent',
    { ...zod, 'node_modules/x': { version: '1.0.0', optional: true } },
    zod,
    false,
  ],
])('when %s', (_, locked, installed, expected) => {
  expect(needsInstall(workspace(locked, installed))).toBe(expected);
});

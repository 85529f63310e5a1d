import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { findNode, isRecent } from './find-node.mjs';

it('takes the pinned one where it is installed, else the one that runs if it is new enough', () => {
  const root = mkdtempSync(join(tmpdir(), 'sameteam-node-'));
  expect(findNode(root)).toBe(process.execPath);
  const pinned = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  mkdirSync(join(pinned, '..'), { recursive: true });
  writeFileSync(pinned, '');
  expect(findNode(root)).toBe(pinned);
});

it.each([
  ['20.20.2', false],
  ['22.17.9', false],
  ['22.18.0', true],
  ['24.0.0', true],
])('takes %s for new enough: %s', (version, expected) => {
  expect(isRecent(version)).toBe(expected);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { eventTypes } from '../src/index.ts';

test('the README lists every type in the order of its rank', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(Array.from(readme.matchAll(/^\| `([a-z_]+\.[a-z_]+)` +\|/gm), (match) => match[1])).toEqual([...eventTypes]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as stats from '../src/index.ts';

const folder = new URL('../src/', import.meta.url);

/** The examples of all docstrings: code, and after `//` what it gives, numbers perhaps cut off with `…`. */
const examples = readdirSync(folder)
  .filter((file) => /(?<!\.test)\.ts$/.test(file))
  .flatMap((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    return Array.from(text.matchAll(/^ \* @example\s+((?:(?! \*\/| \* @).*\n)+) \*\//gm), (match) => {
      const lines = (match[1] ?? '').replaceAll(/^\s*\* ?/gm, '').trim();
      const [code = '', expected = ''] = lines.split(/\s\/\/ /);
      return { file, code, expected };
    });
  });

function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([key, field]) => `${key}: ${show(field)}`)
    .join(', ')} }`;
}

test.each(examples)('$file: $code', ({ code, expected }) => {
  const value = new Function(...Object.keys(stats), `return (${code});`)(...Object.values(stats));
  const pattern = expected
    .split('…')
    .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('[0-9]*');
  expect(show(value)).toMatch(new RegExp(`^${pattern}$`));
});

test('there are examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(9);
});

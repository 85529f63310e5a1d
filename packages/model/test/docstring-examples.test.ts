import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as model from '../src/index.ts';

const folder = new URL('../src/', import.meta.url);

/** The examples of all docstrings: code, and after `//` what it gives. */
function examples(): { readonly file: string; readonly code: string; readonly expected: string }[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.test)\.ts$/.test(file),
  );
  return files.flatMap((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    return Array.from(
      text.matchAll(/^ \* @example\s+((?:(?! \*\/| \* @).*\n)+) \*\/| @example (.*) \*\/$/gm),
      (match) => {
        const text = (match[1] ?? match[2] ?? '').replaceAll(/^\s*\* ?/gm, '').trim();
        const [code = '', expected = ''] = text.split(/\s\/\/ /);
        return { file, code, expected: expected.split('; ')[0] ?? '' };
      },
    );
  });
}

function evaluate(code: string): unknown {
  const names = Object.keys(model);
  return new Function(...names, `return (${code});`)(...Object.values(model));
}

const runnable = examples().filter(
  ({ code }) => !code.includes('personal(email') && !code.includes('z.') && !code.startsWith('read'),
);

test.each(runnable)('$file: $code', ({ code, expected }) => {
  const value = evaluate(code);
  if (expected !== '') expect(value).toEqual(evaluate(expected));
});

test('there are examples', () => {
  expect(runnable.length).toBeGreaterThan(20);
});

test('the README lists every type in the order of its rank', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(Array.from(readme.matchAll(/^\| `([a-z_]+\.[a-z_]+)` +\|/gm), (match) => match[1])).toEqual([
    ...model.eventTypes,
  ]);
});

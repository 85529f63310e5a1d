import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import * as entry from '../src/index.ts';
import { decimalRatio } from '../src/money/decimal-ratio.ts';

const folder = new URL('../src/', import.meta.url);
const acme = readFileSync(new URL('fixtures/acme.yaml', import.meta.url), 'utf8');

/** What the examples can name: everything that is exported, and the agreement of the design. */
const known: Readonly<Record<string, unknown>> = {
  ...entry,
  decimalRatio,
  agreement: entry.parseAgreement(acme).agreement,
};

/** The examples of all docstrings: code, and after the last `//` what it gives. */
const examples = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.ts$/.test(file))
  .flatMap((file) => {
    const source = readFileSync(new URL(file, folder), 'utf8');
    return Array.from(source.matchAll(/^ \* @example\s+((?:(?! \*\/| \* @).*\n)+) \*\//gm), ([, lines = '']) => {
      const text = lines.replaceAll(/^\s*\* ?/gm, '').trim();
      const at = text.lastIndexOf(' // ');
      return { file, code: text.slice(0, at), expected: text.slice(at + ' // '.length) };
    });
  });

function evaluate(code: string): unknown {
  return new Function(...Object.keys(known), `return (${code});`)(...Object.values(known));
}

test.each(examples)('$file: $code', ({ code, expected }) => {
  expect(evaluate(code)).toEqual(evaluate(expected));
});

test('every function of the entry has an example', () => {
  const shown = new Set(examples.flatMap(({ code }) => code.match(/\w+(?=\()/g) ?? []));
  const functions = Object.entries(entry).filter(([name, value]) => typeof value === 'function' && /^[a-z]/.test(name));
  expect(functions.map(([name]) => name).filter((name) => !shown.has(name))).toEqual([]);
});

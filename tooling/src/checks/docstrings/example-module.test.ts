import { describe, expect, it } from 'vitest';
import { exampleModule } from './example-module.ts';
import { findDocstrings } from './find-docstrings.ts';

const sourceOf = (name: string) =>
  ({ add: { from: 'sums', isType: false }, Sum: { from: 'sums', isType: true } })[name] ?? null;

describe('exampleModule', () => {
  it('imports what the code does not declare, and keeps what comes out beside what is said', () => {
    expect(exampleModule('const one = 1;\nadd(one, 2) // 3', { sourceOf })).toBe(
      [
        "import { add } from 'sums';",
        'export const results: { actual: unknown; text: string; expected?: unknown }[] = [];',
        'const one = 1;',
        'results.push({ actual: (add(one, 2)), text: "3", expected: (3) });',
        '',
      ].join('\n'),
    );
  });

  it('takes a comment on the next line, and one behind a declaration', () => {
    expect(exampleModule('add(1, 2)\n// 3', { sourceOf })).toContain('expected: (3)');
    expect(exampleModule('const three = add(1, 2); // 3', { sourceOf })).toContain(
      'const three = add(1, 2);\nresults.push({ actual: (three), text: "3", expected: (3) });',
    );
  });

  it('takes what is cut off with … as a text', () => {
    expect(exampleModule('add(0.1, 0.2) // 0.3…', { sourceOf })).toContain('text: "0.3…" }');
  });

  it('takes an object alone as an example of its type', () => {
    const module = exampleModule('{ left: 1, right: 2 }', { type: 'Sum', sourceOf });
    expect(module).toContain("import { type Sum } from 'sums';");
    expect(module).toContain('const example: Sum = { left: 1, right: 2 };');
  });

  it('refuses code that does not parse', () => {
    expect(() => exampleModule('add({ ... })', { sourceOf })).toThrow('The example does not parse');
  });
});

describe('findDocstrings', () => {
  it('finds the code behind @example, with its line and what it documents', () => {
    const text = [
      '/** No example. */',
      'export const none = 0;',
      '',
      '/**',
      ' * One.',
      ' * @example',
      ' * const it = one;',
      ' * it // 1',
      ' * @returns one',
      ' */',
      'export const one = 1;',
      '/** @example two() // 2 */',
      'export function two(): number { return 2; }',
    ].join('\n');
    expect(findDocstrings('a.ts', text)).toEqual([
      { exported: 'none', example: null },
      { exported: 'one', example: { line: 7, code: 'const it = one;\nit // 1' } },
      { exported: 'two', example: { line: 12, code: 'two() // 2' } },
    ]);
  });
});

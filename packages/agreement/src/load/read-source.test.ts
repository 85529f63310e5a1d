import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAgreement } from './parse-agreement.ts';
import { readSource, type SourceFormat } from './read-source.ts';

function only(text: string, format: SourceFormat = 'yaml') {
  const { agreement, issues } = parseAgreement(text, { format });
  expect(agreement).toBeNull();
  expect(issues).toHaveLength(1);
  const [issue] = issues;
  if (issue === undefined) throw new Error('There is an issue.');
  return { at: [issue.code, issue.line, issue.column], said: `${issue.message} ${issue.remedy}` };
}

const bomb = `a: &a [x, x, x, x, x, x, x, x, x, x]
b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
g: [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]`;

describe('readSource', { timeout: 30_000 }, () => {
  it.each([
    ['nothing', '', ['file-empty', 1, 1]],
    ['only a comment', '# later\n', ['file-empty', 1, 1]],
    ['a key twice', 'teams: {}\nsla: {}\nteams: {}\n', ['duplicate-key', 3, 1]],
    ['a key twice, as number and text', 'a:\n  1: x\n  "1": y\n', ['duplicate-key', 3, 3]],
    ['a tab', 'teams:\n\tsales: {}\n', ['tab-indentation', 2, 1]],
    ['an alias of nothing', 'teams: *who\n', ['alias-undefined', 1, 8]],
    ['an alias inside of itself', 'teams: &t\n  sales: *t\n', ['alias-circular', 2, 10]],
    ['a tag', 'name: !!binary aGk=\n', ['yaml-tag', 1, 16]],
    ['a tag of its own', 'name: !include other.yaml\n', ['yaml-tag', 1, 16]],
    ['two documents', 'a: 1\n---\nb: 2\n', ['several-documents', 2, 1]],
    ['another YAML', '%YAML 1.1\n---\nname: yes\n', ['yaml-version', 1, 1]],
    ['a bracket that does not close', 'teams: [1, 2\nsla: {}\n', ['syntax', 2, 1]],
    ['a quote that does not close', 'name: "Acme\n', ['syntax', 2, 1]],
    ['a list for a key', '? [a, b]\n: 1\n', ['key-not-text', 1, 3]],
    ['a key that reaches into objects', '__proto__: { a: 1 }\n', ['reserved-key', 1, 1]],
    ['NUL', 'name: a\0b\n', ['not-text', 1, 8]],
    ['half a character', 'name: "\\ud800"\n', ['not-text', 1, 7]],
    ['text instead of an object', 'hello\n', ['wrong-type', 1, 1]],
    ['a list instead of an object', '- a\n', ['wrong-type', 1, 1]],
  ] as const)('%s', (_name, text, at) => {
    expect(only(text).at).toEqual(at);
  });

  it('names what it means', () => {
    expect(only('teams: {}\nsla: {}\nteams: {}\n').said).toBe(
      'The key "teams" stands here for the second time; the first is on line 1. Keep one of them.',
    );
  });

  it('refuses merge keys with a sentence of their own', () => {
    const text = 'teams: { a: &a {}, b: { <<: *a } }\nreadiness: { raw: {} }\nsla: {}\nreasons: {}\n';
    expect(only(text).at).toEqual(['merge-key', 1, 25]);
  });

  it('stops aliases that explode', () => {
    expect(only(bomb).at[0]).toBe('alias-bomb');
  });

  it('takes the anchor that stands last before an alias, also when it is repeated', () => {
    const { value, findings } = readSource('a: &x { k: &y 1 }\nb: [&z [*y]]\nc: &y 2\nd: *x\ne: *y\nf: *z\n', 'yaml');
    expect(findings).toEqual([]);
    expect(value).toEqual({ a: { k: 1 }, b: [[1]], c: 2, d: { k: 1 }, e: 2, f: [1] });
  });

  // Measured on a busy machine: 0.7 s, against 30 s with the search of the library for each alias.
  it('does not look through the whole document for each of very many aliases', () => {
    expect(only(`a: &a [1, 2, 3, 4, 5, 6, 7]\nb: [${'*a, '.repeat(15_000)}1]`).at[0]).toBe('alias-bomb');
  });

  it('refuses a file of 50 MB without reading it, and one that is deep without falling', () => {
    expect(only('a'.repeat(50_000_000)).at).toEqual(['file-too-large', 1, 1]);
    expect(only('['.repeat(100_000)).at[0]).toBe('too-deep');
    expect(only(`a: ${'['.repeat(100)}${']'.repeat(100)}`).at).toEqual(['too-deep', 1, 68]);
    expect(only('['.repeat(100_000), 'json').at[0]).toBe('too-deep');
  });

  it('finds a repeated key among 20,000, for which the check of the library takes 8 s', () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`);
    const { findings } = readSource([...keys, 'k7: 2'].join('\n'), 'yaml');
    expect(findings.map(({ code, position }) => [code, position?.line])).toEqual([['duplicate-key', 20_001]]);
  });

  it('reads what editors leave behind: a byte order mark and CRLF', () => {
    const { value, locate } = readSource('\uFEFFname: a\r\nteams:\r\n  sales: {}\r\n', 'yaml');
    expect(value).toEqual({ name: 'a', teams: { sales: {} } });
    expect(locate(['name'], true)).toEqual({ line: 1, column: 1 });
    expect(locate(['teams', 'sales'], true)).toEqual({ line: 3, column: 3 });
  });

  it('reads dates, times and words such as yes as text', () => {
    const { value } = readSource('a: 2026-10-01\nb: 09:00\nc: yes\nd: { 2026-10: 3 }\n2026: x\n1.0: y\n', 'yaml');
    expect(value).toEqual({ a: '2026-10-01', b: '09:00', c: 'yes', d: { '2026-10': 3 }, 2026: 'x', '1.0': 'y' });
  });
});

describe('readSource of JSON', { timeout: 30_000 }, () => {
  it.each([
    ['a comment', '{\n  "a": 1 # no\n}', ['syntax', 2, 10]],
    ['a comma too many', '{\n  "a": 1,\n}', ['syntax', 3, 1]],
    ['words without quotes', '{ a: 1 }', ['syntax', 1, 3]],
    ['the end too soon', '{ "a": [1, 2', ['syntax', 1, 13]],
    ['a key twice', '{\n "a": 1,\n "a": 2\n}', ['duplicate-key', 3, 2]],
  ] as const)('refuses %s', (_name, text, at) => {
    expect(only(text, 'json').at).toEqual(at);
  });

  it('reads any JSON as JSON.parse does, and finds every value', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })),
        fc.constantFrom(undefined, 2, '\t'),
        (given, indent) => {
          fc.pre(!JSON.stringify(given).includes('__proto__') && !JSON.stringify(given).includes('\\u0000'));
          const text = JSON.stringify(given, null, indent);
          const { value, findings, locate } = readSource(text, 'json');
          fc.pre(!findings.some(({ code }) => code === 'file-empty'));
          expect(findings).toEqual([]);
          expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
          const lines = text.split('\n');
          for (const [key, entry] of Object.entries(given)) {
            const { line, column } = locate([key], false) ?? { line: 0, column: 0 };
            const here = lines[line - 1]?.slice(column - 1) ?? '';
            expect(here.startsWith(JSON.stringify(entry).slice(0, 1))).toBe(true);
          }
        },
      ),
    );
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'{}[]:,-#&*!|>\'"%@` \n\ta1?') })),
        (text) => {
          for (const format of ['yaml', 'json'] as const) {
            const { agreement, issues } = parseAgreement(text, { format });
            expect(agreement).toBeNull();
            expect(issues.length).toBeGreaterThan(0);
            for (const { line, column } of issues) expect((line ?? 0) >= 1 && (column ?? 0) >= 1).toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

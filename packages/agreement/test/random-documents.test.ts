import { readFileSync } from 'node:fs';
import { AgreementError, effectiveAgreement, type Json, normaliseAgreement, parseAgreement } from '@sameteam/agreement';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const acme: Json = parse(readFileSync(new URL('fixtures/acme.yaml', import.meta.url), 'utf8'));

type Path = readonly (string | number)[];

function pathsOf(value: Json, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const children = Array.isArray(value) ? value.entries() : Object.entries(value);
  return [path, ...[...children].flatMap(([key, child]) => pathsOf(child as Json, [...path, key]))];
}

const paths = pathsOf(acme).filter(({ length }) => length > 0);

/** The document with another value at a path, with a key less, or with a key more. */
function changed(
  path: Path,
  change: { readonly kind: 'set' | 'remove' | 'add'; readonly value: Json; readonly key: string },
): Json {
  const copy = structuredClone(acme) as Json;
  let parent = copy as unknown as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) parent = parent[step] as typeof parent;
  const last = path.at(-1) ?? '';
  if (change.kind === 'remove') {
    if (Array.isArray(parent)) parent.splice(Number(last), 1);
    else delete parent[last];
  } else if (change.kind === 'add' && !Array.isArray(parent)) parent[change.key] = change.value;
  else parent[last] = change.value;
  return copy;
}

const fragments = paths.map(
  (path) => path.reduce<unknown>((at, step) => (at as Record<string | number, unknown>)[step], acme) as Json,
);
const change = fc.record({
  kind: fc.constantFrom('set', 'remove', 'add'),
  value: fc.oneof(fc.constantFrom(...fragments), fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<Json>),
  key: fc.oneof(
    fc.constantFrom(...paths.map((path) => String(path.at(-1)))),
    fc.string({ minLength: 1, maxLength: 8 }),
  ),
});

describe('any document near an agreement', () => {
  it('loads and is stable, or is refused with places that stand in the text', { timeout: 60_000 }, () => {
    let loaded = 0;
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...paths), change, (path, edit) => {
        const text = JSON.stringify(changed(path, edit), null, 1);
        const { agreement, issues } = parseAgreement(text, { format: 'json' });
        const lines = text.split('\n');
        for (const issue of issues) {
          const line = lines[(issue.line ?? 0) - 1];
          expect(line).toBeDefined();
          expect(issue.column).toBeGreaterThanOrEqual(1);
          expect(issue.column).toBeLessThanOrEqual((line ?? '').length + 1);
          // A name that is quoted is the document's own.
          const said = `${issue.message} ${issue.remedy}`.replaceAll(/"[^"]*"/g, '""');
          expect(said).not.toMatch(/undefined|\[object|NaN|Invalid input/);
        }
        if (agreement === null) {
          refused++;
          expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
          expect(() => normaliseAgreement(JSON.parse(text))).toThrow(AgreementError);
          return;
        }
        loaded++;
        expect(issues.every(({ severity }) => severity !== 'error')).toBe(true);
        expect(normaliseAgreement(agreement)).toEqual(agreement);
        expect(parseAgreement(JSON.stringify(agreement)).agreement).toEqual(agreement);
        for (const { id } of agreement.segments) {
          const effective = effectiveAgreement(agreement, id);
          expect(effectiveAgreement(effective, id)).toEqual(effective);
        }
      }),
      { numRuns: 500 },
    );
    expect(Math.min(loaded, refused)).toBeGreaterThan(50);
  });
});

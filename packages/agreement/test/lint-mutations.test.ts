import { readFileSync } from 'node:fs';
import { checkAgreement, type Json, lintRules } from '@sameteam/agreement';
import { metricIds } from '@sameteam/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { isJsonObject } from '../src/effective/merge-patch.ts';

const clean: Json = parse(readFileSync(new URL('fixtures/clean.yaml', import.meta.url), 'utf8'));

type Path = readonly (string | number)[];

function pathsOf(value: Json, path: Path = []): readonly Path[] {
  const inside = Array.isArray(value) ? [...value.entries()] : isJsonObject(value) ? Object.entries(value) : [];
  return [...(path.length > 0 ? [path] : []), ...inside.flatMap(([key, entry]) => pathsOf(entry, [...path, key]))];
}

/** The document without what stands at a path, or with something else there. */
function changed(value: Json, path: Path, to: Json | undefined): Json {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => {
      if (index !== step) return [entry];
      if (rest.length > 0) return [changed(entry, rest, to)];
      return to === undefined ? [] : [to];
    });
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, entry]): readonly (readonly [string, Json])[] => {
    if (key !== step) return [[key, entry]];
    if (rest.length > 0) return [[key, changed(entry, rest, to)]];
    return to === undefined ? [] : [[key, to]];
  });
  return Object.fromEntries(entries);
}

const places = pathsOf(clean);
// Gone, or with the value of another key of the same name or of a neighbour: what people copy and forget to change.
const mutation = fc
  .constantFrom(...places)
  .chain((path) =>
    fc.record({ path: fc.constant(path), from: fc.option(fc.constantFrom(...likes(path)), { nil: undefined }) }),
  );

function likes(path: Path): readonly Path[] {
  const parent = (other: Path) => JSON.stringify(other.slice(0, -1));
  return places.filter(
    (other) => other.length === path.length && (other.at(-1) === path.at(-1) || parent(other) === parent(path)),
  );
}

function valueAt(value: Json, path: Path): Json {
  return path.reduce<Json>((at, step) => (at as { readonly [key: string]: Json })[step] ?? null, value);
}

// The walk has its own random test, and takes the longest.
const rules = lintRules.filter(({ code }) => code !== 'black-hole');

describe('lint', () => {
  it('finds a place for everything, and never fails, however an agreement was changed', { timeout: 240_000 }, () => {
    let loaded = 0;
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 2 }), (mutations) => {
        const document = mutations.reduce<Json>(
          (at, { path, from }) => changed(at, path, from === undefined ? undefined : valueAt(clean, from)),
          clean,
        );
        const text = stringify(document);
        const { agreement, issues } = checkAgreement(text, { asOf: 0, metrics: metricIds, rules });
        if (agreement !== null) loaded++;
        const lines = text.split('\n').length;
        for (const { line, column, message, remedy } of issues) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lines);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(message).toMatch(/[.!?]$/);
          expect(remedy).toMatch(/[.!?]$/);
          expect(`${message} ${remedy}`).not.toMatch(/undefined|NaN|\[object/);
        }
      }),
      { numRuns: 80, endOnFailure: true },
    );
    expect(loaded).toBeGreaterThan(15);
  });
});

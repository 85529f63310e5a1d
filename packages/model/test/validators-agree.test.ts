import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EventIssueCode, eventSchema, eventTypes, validateEvent } from '../src/index.ts';
import { publishedSchemas } from '../src/schema/published-schemas.ts';
import { arbitraryEvent } from './arbitrary-event.ts';

const schemas = publishedSchemas();
// Strict, as a vendor would set it up: the files must not need options.
const ajv = new Ajv2020();
const checkBundle = ajv.compile(schemas.get('bundle') ?? false);
const checkByType = new Map(eventTypes.map((type) => [type, ajv.compile(schemas.get(type) ?? false)]));
const zodByType = new Map(eventTypes.map((type) => [type, eventSchema(type)]));

/** What validateEvent refuses and JSON Schema cannot say. */
const beyondJsonSchema: ReadonlySet<EventIssueCode> = new Set([
  'lone-surrogate',
  'nul',
  'script-link',
  'forbidden-key',
  'unsafe-integer',
  'too-deep',
  'unknown-version',
]);
/** Times and days of the right form that do not exist: 29 February, an offset that leads out of the years. */
const calendar: ReadonlySet<EventIssueCode> = new Set(['bad-time', 'bad-day', 'time-out-of-range']);

function refuses(code: EventIssueCode): boolean {
  return !beyondJsonSchema.has(code) && !calendar.has(code);
}

test.each(eventTypes)(
  'each of the three accepts any valid %s',
  (type) => {
    fc.assert(
      fc.property(arbitraryEvent(type), (event) => {
        expect(validateEvent(event)).toEqual({ success: true, event });
        expect(zodByType.get(type)?.safeParse(event).error).toBeUndefined();
        expect(checkByType.get(type)?.(event)).toBe(true);
      }),
      { numRuns: 25 },
    );
  },
  30_000,
);

test('validateEvent accepts nothing that ajv or zod refuse, and refuses little that they accept', () => {
  let refused = 0;
  fc.assert(
    fc.property(mutated, (event) => {
      const result = validateEvent(event);
      const type = eventTypes.find((known) => known === (event as { type?: unknown }).type);
      const accepted = checkBundle(event);
      if (type !== undefined) expect(checkByType.get(type)?.(event)).toBe(accepted);
      if (result.success) {
        expect(accepted, JSON.stringify(event)).toBe(true);
        expect(
          type === undefined ? undefined : zodByType.get(type)?.safeParse(event).success,
          JSON.stringify(event),
        ).toBe(true);
      } else {
        refused++;
        if (result.issues.some(({ code }) => refuses(code)))
          expect(accepted, JSON.stringify([event, result.issues])).toBe(false);
      }
    }),
    // Shrinking of long texts takes minutes; the counterexample is readable as it is.
    { numRuns: 1000, endOnFailure: true },
  );
  expect(refused).toBeGreaterThan(200);
}, 60_000);

type Change = (holder: Record<string, unknown>, key: string, value: unknown) => void;

const changes = fc.constantFrom<Change>(
  (holder, key) => delete holder[key],
  (holder, key, value) => {
    holder[key] = value;
  },
  (holder, key, value) => {
    holder[`${key}x`] = value;
  },
  (holder, key) => {
    holder[key] = String(holder[key]).slice(1);
  },
);

const replacement = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(
    1.5,
    -1,
    2 ** 53,
    '',
    'lead/',
    'lead/1',
    '2026-02-29T00:00:00Z',
    '2026-02-29',
    '1970-01-01T00:00:00+01:00',
    'javascript:alert(1)',
    'a\0',
    'eur',
    'urn:sameteam:schema:2.0:lead.captured',
  ),
);

const mutated = fc
  .constantFrom(...eventTypes)
  .chain((type) =>
    fc.tuple(arbitraryEvent(type), fc.array(fc.tuple(fc.nat(), changes, replacement), { minLength: 1, maxLength: 2 })),
  )
  .map(([event, edits]) => {
    const copy = structuredClone(event);
    for (const [place, change, value] of edits) {
      const places = placesIn(copy);
      const [holder, key] = places[place % places.length] ?? [copy, 'data'];
      change(holder, key, value);
    }
    return JSON.parse(JSON.stringify(copy));
  });

function placesIn(value: unknown): [Record<string, unknown>, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key): [Record<string, unknown>, string][] => [
    [holder, key],
    ...placesIn(holder[key]),
  ]);
}

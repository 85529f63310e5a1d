import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EventType, eventSchema, eventTypes, isEventType, validateEvent } from '../src/index.ts';
import { publishedSchemas } from '../src/schema/published-schemas.ts';
import { isNewerMinor } from '../src/vocabulary/schema-version.ts';
import { arbitraryEvent } from './arbitrary-event.ts';
import { type Mutated, mutatedEvents } from './mutated-events.ts';

const schemas = publishedSchemas();
// Strict, as a vendor would set it up: the files must not need options.
const ajv = new Ajv2020();
const checkBundle = ajv.compile(schemas.get('bundle') ?? false);
const checkByType = new Map(eventTypes.map((type) => [type, ajv.compile(schemas.get(type) ?? false)]));
const zodByType = new Map(eventTypes.map((type) => [type, eventSchema(type)]));
const newerByType = new Map(eventTypes.map((type) => [type, eventSchema(type, { keepsUnknown: true })]));

test.each(eventTypes)(
  'each of the four accepts any valid %s',
  (type) => {
    fc.assert(
      fc.property(arbitraryEvent(type), (event) => {
        expect(validateEvent(event)).toEqual({ success: true, event });
        expect(verdicts(event)).toEqual({ fast: true, zod: true, file: true, bundle: true });
      }),
      { numRuns: 25 },
    );
  },
  30_000,
);

test('validateEvent, zod and ajv on the published files say the same of 21,600 changed events', () => {
  const events = mutatedEvents({ perType: 400, seed: 2026 });
  expect(events).toHaveLength(21_600);
  const differing: unknown[] = [];
  let refused = 0;
  for (const event of events) {
    const all = verdicts(event);
    if (new Set(Object.values(all)).size > 1 && differing.length < 5)
      differing.push([all, JSON.stringify(event).slice(0, 2000), faults(event)]);
    if (!all.fast) refused++;
  }
  expect(differing).toEqual([]);
  // Otherwise the corpus would say nothing of one of the two verdicts.
  expect(refused).toBeGreaterThan(events.length * 0.4);
  expect(refused).toBeLessThan(events.length * 0.95);
}, 240_000);

function verdicts(event: Mutated): Readonly<Record<'fast' | 'zod' | 'file' | 'bundle', boolean>> {
  const type = typeof event.type === 'string' && isEventType(event.type) ? event.type : null;
  const fast = validateEvent(event).success;
  const bundle = checkBundle(event);
  // Without a known type there is no file and no schema to ask.
  if (type === null) return { fast, zod: bundle, file: bundle, bundle };
  return {
    fast,
    zod: zodOf(type, event).safeParse(event).success,
    file: checkByType.get(type)?.(event) === true,
    bundle,
  };
}

/** The schema of the version that the event names. */
function zodOf(type: EventType, { dataschema }: Mutated): ReturnType<typeof eventSchema> {
  const isNewer = typeof dataschema === 'string' && isNewerMinor(dataschema);
  const schema = (isNewer ? newerByType : zodByType).get(type);
  if (schema === undefined) throw new Error(`No schema for ${type}`);
  return schema;
}

function faults(event: unknown): unknown {
  const result = validateEvent(event);
  return result.success ? [] : result.issues.map(({ code, pointer }) => `${code} ${pointer}`);
}

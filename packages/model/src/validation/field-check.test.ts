import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryEvent } from '../../test/arbitrary-event.ts';
import { eventTypes } from '../vocabulary/event-types.ts';
import { fieldCheck } from './field-check.ts';
import { validateEvent } from './validate-event.ts';

type Path = readonly (string | number)[];

test('checks a field as the event does', () => {
  const email = fieldCheck('lead.captured', ['data', 'contact', 'email']);
  expect(['ann@acme.example', 'nobody', '', 7, null, 'a\0@b'].map((value) => email?.(value))).toEqual([
    true,
    false,
    false,
    false,
    true,
    false,
  ]);
  const subject = fieldCheck('lead.captured', ['subject']);
  expect(['lead/42', 'lead/', 'contact/42', `lead/${'x'.repeat(201)}`].map((value) => subject?.(value))).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

test('goes into lists and free keys', () => {
  expect(fieldCheck('opportunity.opened', ['data', 'leads', 3])?.('lead/42')).toBe(true);
  expect(fieldCheck('opportunity.opened', ['data', 'leads', 3])?.('42')).toBe(false);
  expect(fieldCheck('lead.captured', ['data', 'attributes', 'tier'])?.(1.5)).toBe(true);
  expect(fieldCheck('lead.captured', ['data', 'attributes', 'tier'])?.(['a'])).toBe(false);
});

test('knows no field that the model does not know, and none where several could be meant', () => {
  expect(fieldCheck('lead.captured', ['data', 'emial'])).toBeNull();
  expect(fieldCheck('lead.captured', ['data', 'constructor'])).toBeNull();
  expect(fieldCheck('lead.captured', ['data', 'product', 'name'])).toBeNull();
  expect(fieldCheck('lead.captured', ['data', 0])).toBeNull();
  expect(fieldCheck('lead.captured', ['traceparent'])).toBeNull();
  expect(fieldCheck('event.retracted', ['data', 'target', 'id'])).toBeNull();
});

test('says nothing of an earlier fault', () => {
  const check = fieldCheck('lead.captured', ['data', 'source', 'motion']);
  expect(Array.from({ length: 50 }, () => check?.('sideways'))).not.toContain(true);
  expect(check?.('inbound')).toBe(true);
});

/** Values as they come out of cells, good and bad. */
const anyValue = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    'x'.repeat(201),
    'x'.repeat(2001),
    'lead/1',
    'company/1',
    'EUR',
    '2026-02-30',
    'open',
    'a@b',
    'a\0',
  ),
  fc.double(),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom('lead/1', 'x', ''), { maxLength: 3 }),
  fc.record({ amountMinor: fc.oneof(fc.integer(), fc.double()), currency: fc.constantFrom('EUR', 'eur') }),
);

test.each(eventTypes)(
  'a good event of %s stays good with another value exactly where the check of the field takes it',
  (type) => {
    fc.assert(
      fc.property(arbitraryEvent(type), fc.nat(), anyValue, (given, pick, value) => {
        const { dataschema, ...event } = given;
        const paths = pathsOf(event, []);
        const path = paths[pick % paths.length] as Path;
        const check = fieldCheck(type, path);
        if (check !== null) expect(check(value)).toBe(validateEvent(changed(event, path, value)).success);
      }),
      { numRuns: 60 },
    );
  },
  30_000,
);

function pathsOf(value: unknown, path: Path): readonly Path[] {
  if (typeof value !== 'object' || value === null) return path[0] === 'type' ? [] : [path];
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [...(path.length > 1 ? [path] : []), ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))];
}

function changed(value: unknown, [step, ...rest]: Path, to: unknown): unknown {
  if (step === undefined) return to;
  if (Array.isArray(value)) return value.map((item, index) => (index === step ? changed(item, rest, to) : item));
  return { ...(value as object), [step]: changed((value as Record<string, unknown>)[step], rest, to) };
}

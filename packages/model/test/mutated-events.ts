import fc from 'fast-check';
import { type EventType, eventTypes, limits } from '../src/index.ts';
import { arbitraryEvent } from './arbitrary-event.ts';

/** An event after some changes, as JSON.parse would give it. */
export type Mutated = Readonly<Record<string, unknown>>;

/** Events of every type with one or two changes each, the same for the same seed: most of them are bad. */
export function mutatedEvents(options: { readonly perType: number; readonly seed: number }): readonly Mutated[] {
  return eventTypes.flatMap((type, index) =>
    fc.sample(mutatedEvent(type), { numRuns: options.perType, seed: options.seed + index }),
  );
}

function mutatedEvent(type: EventType): fc.Arbitrary<Mutated> {
  return fc
    .tuple(arbitraryEvent(type), fc.array(fc.tuple(fc.nat(), change), { minLength: 1, maxLength: 2 }))
    .map(([event, edits]) => {
      const copy = JSON.parse(JSON.stringify(event));
      for (const [pick, edit] of edits) {
        const places = placesIn(copy);
        const [holder, key] = places[pick % places.length] ?? [copy, 'data'];
        edit(holder, key, copy);
      }
      return JSON.parse(JSON.stringify(copy));
    });
}

type Holder = Record<string, unknown>;
type Change = (holder: Holder, key: string, event: Holder) => void;

/** Sets a key as JSON.parse does: `__proto__` becomes a field like any other. */
function put(holder: Holder, key: string, value: unknown): void {
  Object.defineProperty(holder, key, {
    value: structuredClone(value),
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function nested(depth: number, innermost: unknown): unknown {
  return depth === 0
    ? innermost
    : depth % 2 === 0
      ? [nested(depth - 1, innermost)]
      : { a: nested(depth - 1, innermost) };
}

const keys = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  '',
  'a\0',
  '\ud83d',
  '😀'.repeat(200),
  'k'.repeat(200),
  'k'.repeat(201),
  'toString',
  'traceparent',
);

const values = fc.oneof(
  { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  {
    weight: 12,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1.5,
      1e-7,
      2 ** 53 - 1,
      2 ** 53,
      -(2 ** 53),
      1e300,
      '',
      ' ',
      'x',
      'a\0',
      '\ud83d',
      '\ude00a',
      '😀'.repeat(limits.idLength),
      '😀'.repeat(limits.idLength + 1),
      'x'.repeat(limits.idLength),
      'x'.repeat(limits.idLength + 1),
      'x'.repeat(limits.emailLength + 1),
      'x'.repeat(limits.lineLength + 1),
      'x'.repeat(limits.noteLength),
      'x'.repeat(limits.noteLength + 1),
      `${'x'.repeat(400)}@b.example`,
      'a@b.example',
      '=1+1@b.example',
      '+a@b.example',
      'a@b@c',
      '=HYPERLINK("http://b.example")',
      '+49 30 123456',
      '+cmd',
      '-2+3+cmd|0',
      'lead/',
      'lead/1',
      'contact/1',
      `lead/${'😀'.repeat(200)}`,
      `lead/${'x'.repeat(201)}`,
      'lead/a\0',
      'company/\ud83d',
      '2026-02-28T23:59:59Z',
      '2026-02-29T00:00:00Z',
      '2024-02-29T00:00:00.123456789+02:00',
      '2100-02-29T00:00:00Z',
      '2000-02-29T00:00:00Z',
      '2026-10-01T09:30:00',
      '2026-10-01 09:30:00Z',
      '2016-12-31T23:59:60Z',
      '0000-01-01T00:00:00Z',
      '1969-12-31T23:59:59Z',
      '1970-01-01T00:00:00+01:00',
      '1970-01-01T00:00:00+00:00',
      '1970-01-01T23:00:00-01:00',
      '9999-12-31T23:59:59.999Z',
      '9999-12-31T23:59:59-01:00',
      '9999-12-31T00:00:00-00:00',
      '10000-01-01T00:00:00Z',
      '2026-10-01T24:00:00Z',
      '2026-10-01T09:30:00+24:00',
      '2026-02-29',
      '2024-02-29',
      '2026-13-01',
      '1969-12-31',
      '2026-04-31',
      'javascript:alert(1)',
      ' java\tscript:alert(1)',
      'DATA:text/html,x',
      'https://b.example/?q=javascript:1',
      'eur',
      'EUR',
      'a'.repeat(64),
      'urn:sameteam:schema:1.0:lead.captured',
      'urn:sameteam:schema:1.4:lead.captured',
      'urn:sameteam:schema:01.0:lead.captured',
      'urn:sameteam:schema:2.0:lead.captured',
      'urn:sameteam:',
      'urn:example:schema:9',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      Array.from({ length: limits.listLength }, () => 1),
      Array.from({ length: limits.listLength + 1 }, () => 1),
      Object.fromEntries(Array.from({ length: limits.attributes }, (_, index) => [`a${index}`, 1])),
      Object.fromEntries(Array.from({ length: limits.attributes + 1 }, (_, index) => [`a${index}`, 1])),
      nested(limits.depth - 1, 1),
      nested(limits.depth, 1),
      nested(limits.depth - 1, {}),
      nested(40, 1),
      nested(3, 2 ** 53),
      nested(3, 'a\0'),
      nested(2, 'x'.repeat(limits.noteLength + 1)),
    ),
  },
);

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Change>((holder, key) => delete holder[key]) },
  {
    weight: 6,
    arbitrary: values.map(
      (value): Change =>
        (holder, key) =>
          put(holder, key, value),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(keys, values).map(
      ([name, value]): Change =>
        (holder) =>
          put(holder, name, value),
    ),
  },
  {
    weight: 1,
    arbitrary: values.map(
      (value): Change =>
        (holder, key) =>
          put(holder, `${key}x`, value),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Change>((holder, key) => put(holder, key, JSON.stringify(holder[key]).slice(2, -1))),
  },
  { weight: 1, arbitrary: fc.constant<Change>((holder, key) => put(holder, key, [holder[key]])) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('1.0', '1.1', '1.12', '1.999999', '1.1000000', '2.0', '1.01'), keys, values)
      .map(
        ([version, name, value]): Change =>
          (holder, _, event) => {
            put(event, 'dataschema', `urn:sameteam:schema:${version}:${String(event.type)}`);
            put(holder, name, value);
          },
      ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(keys, values).map(
      ([name, value]): Change =>
        (_, __, event) =>
          put(event, name, value),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...eventTypes).map(
      (type): Change =>
        (_, __, event) =>
          put(event, 'type', type),
    ),
  },
);

function placesIn(value: unknown): [Holder, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Holder;
  return Object.keys(holder).flatMap((key): [Holder, string][] => [[holder, key], ...placesIn(holder[key])]);
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventIssueCodes } from './event-issue.ts';
import { validateEvent } from './validate-event.ts';

const base = {
  specversion: '1.0',
  id: '1',
  source: '/form',
  type: 'lead.captured',
  subject: 'lead/42',
  time: '2026-10-01T09:30:00Z',
  data: { source: { channel: 'email' } },
};

function numbered(fields: number): object {
  return Object.fromEntries(Array.from({ length: fields }, (_, index) => [`a${index}`, 1]));
}

function nested(depth: number): unknown {
  return depth === 0 ? 1 : [nested(depth - 1)];
}

const money = (amountMinor: unknown) => ({
  ...base,
  type: 'opportunity.won',
  subject: 'opportunity/7',
  data: { amount: { amountMinor, currency: 'EUR' } },
});
const captured = (data: object) => ({ ...base, data });
const parsed = (json: string) => ({ ...base, data: JSON.parse(json) });

const cases: readonly (readonly [event: unknown, code: string, pointer: string])[] = [
  ['text', 'not-an-event', ''],
  [null, 'not-an-event', ''],
  [[base], 'not-an-event', ''],
  [new Map(), 'not-an-event', ''],
  [{ ...base, type: undefined }, 'missing', '/type'],
  [{ ...base, type: 7 }, 'wrong-type', '/type'],
  [{ ...base, type: 'lead.capture' }, 'unknown-type', '/type'],
  [{ ...base, type: 'constructor' }, 'unknown-type', '/type'],
  [{ ...base, id: undefined }, 'missing', '/id'],
  [{ ...base, id: '' }, 'empty', '/id'],
  [{ ...base, id: 'x'.repeat(201) }, 'too-long', '/id'],
  [{ ...base, specversion: '0.3' }, 'not-allowed', '/specversion'],
  [{ ...base, datacontenttype: 'text/xml' }, 'not-allowed', '/datacontenttype'],
  [{ ...base, source: 'javascript:alert(1)' }, 'script-link', '/source'],
  [captured({ source: { landingPage: ' java\tscript:alert(1)' } }), 'script-link', '/data/source/landingPage'],
  [captured({ source: { referrer: 'data:text/html,<b>' } }), 'script-link', '/data/source/referrer'],
  [{ ...base, subject: 'contact/42' }, 'wrong-subject', '/subject'],
  [{ ...base, subject: 'lead/' }, 'wrong-subject', '/subject'],
  [{ ...base, time: '2026-10-01' }, 'bad-time', '/time'],
  [{ ...base, time: '2026-02-30T00:00:00Z' }, 'bad-time', '/time'],
  [{ ...base, time: '2026-10-01T09:30:00' }, 'time-without-zone', '/time'],
  [{ ...base, time: '0000-01-01T00:00:00Z' }, 'time-out-of-range', '/time'],
  [{ ...base, time: '2016-12-31T23:59:60Z' }, 'leap-second', '/time'],
  [{ ...base, data: undefined }, 'missing', '/data'],
  [{ ...base, data: 'text' }, 'wrong-type', '/data'],
  [captured({ contact: { emial: 'a@b.example' } }), 'unknown-field', '/data/contact/emial'],
  [captured({ contact: { email: 'nobody' } }), 'wrong-form', '/data/contact/email'],
  [captured({ source: { channel: 'a\0b' } }), 'nul', '/data/source/channel'],
  [captured({ source: { channel: '\ud83d' } }), 'lone-surrogate', '/data/source/channel'],
  [captured({ source: { motion: 'inbuond' } }), 'not-allowed', '/data/source/motion'],
  [captured({ company: { employees: 1.5 } }), 'not-an-integer', '/data/company/employees'],
  [captured({ company: { employees: -1 } }), 'out-of-range', '/data/company/employees'],
  [captured({ company: { employees: '12' } }), 'wrong-type', '/data/company/employees'],
  [captured({ attributes: { big: 2 ** 53 } }), 'unsafe-integer', '/data/attributes/big'],
  [captured({ attributes: { odd: Number.NaN } }), 'not-finite', '/data/attributes/odd'],
  [captured({ attributes: { deep: {} } }), 'wrong-type', '/data/attributes/deep'],
  [captured({ attributes: { '': 1 } }), 'empty', '/data/attributes/'],
  [captured({ attributes: { 'a/b~c': 2 ** 60 } }), 'unsafe-integer', '/data/attributes/a~1b~0c'],
  [captured({ attributes: numbered(201) }), 'too-many', '/data/attributes'],
  [
    captured({ ids: Array.from({ length: 1001 }, () => ({ system: 'a', kind: 'b', id: 'c' })) }),
    'too-many',
    '/data/ids',
  ],
  [captured({ ids: [{ system: 'crm', kind: 'lead' }] }), 'missing', '/data/ids/0/id'],
  [parsed('{"__proto__": {"polluted": true}}'), 'forbidden-key', '/data/__proto__'],
  [parsed('{"attributes": {"__proto__": {"polluted": true}}}'), 'forbidden-key', '/data/attributes/__proto__'],
  [parsed('{"attributes": {"constructor": 1}}'), 'forbidden-key', '/data/attributes/constructor'],
  [JSON.parse('{"type":"lead.captured","__proto__":{"data":{}}}'), 'forbidden-key', '/__proto__'],
  [{ ...base, extension: { constructor: 1 } }, 'forbidden-key', '/extension/constructor'],
  [{ ...base, extension: nested(20) }, 'too-deep', `/extension${'/0'.repeat(15)}`],
  [{ ...base, extension: Array.from({ length: 1001 }, () => 1) }, 'too-many', '/extension'],
  [{ ...base, extension: numbered(201) }, 'too-many', '/extension'],
  [{ ...base, ...numbered(200) }, 'too-many', ''],
  [{ ...base, '': 1 }, 'empty', '/'],
  [{ ...base, ['k'.repeat(201)]: 1 }, 'too-long', `/${'k'.repeat(100)}…`],
  [{ ...base, extension: { 'a\0': 1 } }, 'nul', '/extension/a\0'],
  [captured({ contact: { email: '=1+1@b.example' } }), 'formula', '/data/contact/email'],
  [captured({ contact: { email: `${'x'.repeat(400)}@b.example` } }), 'too-long', '/data/contact/email'],
  [captured({ contact: { phone: '=HYPERLINK("https://b.example")' } }), 'formula', '/data/contact/phone'],
  [captured({ contact: { phone: "+1+cmd|' /C calc'!A0" } }), 'formula', '/data/contact/phone'],
  [{ ...base, time: '1970-01-01T12:00:00+01:00' }, 'time-out-of-range', '/time'],
  [{ ...base, time: '9999-12-31T12:00:00-01:00' }, 'time-out-of-range', '/time'],
  [{ ...base, time: '10000-01-01T00:00:00Z' }, 'bad-time', '/time'],
  [{ ...base, time: '2100-02-29T00:00:00Z' }, 'bad-time', '/time'],
  [{ ...base, extension: 'x'.repeat(10_001) }, 'too-long', '/extension'],
  [{ ...base, extension: () => 1 }, 'wrong-type', '/extension'],
  [{ ...base, dataschema: 'urn:sameteam:schema:2.0:lead.captured' }, 'unknown-version', '/dataschema'],
  [{ ...base, dataschema: 'urn:sameteam:schema:1.0:lead.updated' }, 'unknown-version', '/dataschema'],
  [{ ...base, dataschema: 'urn:sameteam:schema:new' }, 'unknown-version', '/dataschema'],
  [money(12.5), 'not-an-integer', '/data/amount/amountMinor'],
  [money('1250'), 'wrong-type', '/data/amount/amountMinor'],
  [money(2 ** 53), 'unsafe-integer', '/data/amount/amountMinor'],
  [{ ...money(1), data: { amount: { amountMinor: 1, currency: 'eur' } } }, 'wrong-form', '/data/amount/currency'],
  [{ ...money(1), data: { closeDate: '2026-02-29' } }, 'bad-day', '/data/closeDate'],
  [{ ...money(1), data: { leads: ['lead/1', '2'] } }, 'wrong-subject', '/data/leads/1'],
];

test.each(cases)('refuses %j as %s at %s', (event, code, pointer) => {
  const result = validateEvent(event);
  expect(result.success).toBe(false);
  if (result.success) return;
  expect(result.issues).toContainEqual(expect.objectContaining({ code, pointer }));
  for (const issue of result.issues) expect(issue.message).toMatch(/\.$|\?$/);
});

test('each code of the closed list has a case', () => {
  const apart = ['time-in-future', 'unreadable'];
  expect(eventIssueCodes.filter((code) => !cases.some((entry) => entry[1] === code))).toEqual(apart);
});

test('refuses what has not happened yet, five minutes aside, where the clock is told', () => {
  const nowMs = Date.parse('2026-10-01T09:25:00Z');
  expect(validateEvent(base, { nowMs }).success).toBe(true);
  expect(validateEvent(base).success).toBe(true);
  const result = validateEvent(base, { nowMs: nowMs - 1 });
  expect(result.success ? [] : result.issues).toEqual([
    {
      code: 'time-in-future',
      pointer: '/time',
      found: '"2026-10-01T09:30:00Z"',
      expected: 'a time up to 2026-10-01T09:24:59.999Z',
      nearest: null,
      message:
        '/time is "2026-10-01T09:30:00Z", which has not come yet. Send a time up to 2026-10-01T09:24:59.999Z; look at the clock and the time zone of the sender.',
    },
  ]);
});

test('offers the nearest name', () => {
  const messages = [
    validateEvent({ ...base, type: 'lead.capture' }),
    validateEvent(captured({ source: { chanel: 'email' } })),
    validateEvent(captured({ source: { motion: 'inbuond' } })),
  ].map((result) => (result.success ? '' : result.issues[0]?.message));
  expect(messages).toEqual([
    '"lead.capture" is not a type of event. Did you mean "lead.captured"?',
    '/data/source/chanel is not known: this version has no field "chanel". Did you mean "channel"?',
    '/data/source/motion is "inbuond", which is not in its list. Did you mean "inbound"?',
  ]);
});

test('tells every fault at once, up to twenty', () => {
  const result = validateEvent({ ...base, time: 'soon', data: { product: 7, contact: { email: 1 }, x: 1 } });
  expect(result.success ? [] : result.issues.map(({ pointer }) => pointer)).toEqual([
    '/time',
    '/data/product',
    '/data/contact/email',
    '/data/x',
  ]);
  const many = validateEvent(captured({ ids: Array.from({ length: 100 }, () => 1) }));
  expect(many.success ? [] : many.issues).toHaveLength(20);
});

test('does not repeat personal values', () => {
  const result = validateEvent(captured({ contact: { email: 'ann smith', phone: 493012345, firstName: ['Ann'] } }));
  const text = JSON.stringify(result);
  for (const secret of ['ann smith', '493012345', 'Ann"']) expect(text).not.toContain(secret);
});

test('keeps unknown attributes of the envelope, and gives back the very object', () => {
  const event = { ...base, traceparent: '00-1', nested: { a: [1, null] } };
  const result = validateEvent(event);
  expect(result.success && result.event).toBe(event);
});

test('keeps unknown fields of a newer minor version, but not what no store can hold', () => {
  const newer = { ...base, dataschema: 'urn:sameteam:schema:1.7:lead.captured' };
  expect(validateEvent({ ...newer, data: { mood: 'good', source: { planet: 'mars' } } }).success).toBe(true);
  const result = validateEvent({ ...newer, data: { mood: 'a\0' } });
  expect(result.success ? [] : result.issues).toMatchObject([{ code: 'nul', pointer: '/data/mood' }]);
});

test('reads the data of a foreign dataschema by the type of the event', () => {
  expect(validateEvent({ ...base, dataschema: 'https://vendor.example/lead.json' }).success).toBe(true);
});

test('counts a field that is undefined as absent', () => {
  expect(validateEvent(captured({ product: undefined, source: { channel: undefined } })).success).toBe(true);
});

test('counts characters, not UTF-16 units', () => {
  expect(validateEvent({ ...base, id: '😀'.repeat(200) }).success).toBe(true);
  expect(validateEvent({ ...base, id: '😀'.repeat(201) }).success).toBe(false);
});

test('takes objects without prototype, and of another realm', () => {
  expect(validateEvent(Object.assign(Object.create(null), base)).success).toBe(true);
});

const throwing = {
  get type(): string {
    throw new Error('no');
  },
};
const trapped = new Proxy(
  {},
  {
    getPrototypeOf: () => {
      throw new Error('trap');
    },
  },
);

test.each([throwing, trapped])('names as unreadable what throws when it is read', (value) => {
  const result = validateEvent(value);
  expect(result.success ? [] : result.issues).toMatchObject([{ code: 'unreadable', pointer: '' }]);
});

test('ends on input that is absurdly deep or long, or contains itself', () => {
  const cycle: Record<string, unknown> = { ...base };
  cycle.self = cycle;
  expect(validateEvent(cycle).success).toBe(false);
  expect(validateEvent({ ...base, data: JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) }).success).toBe(false);
  expect(validateEvent({ ...base, id: 'x'.repeat(50_000_000) }).success).toBe(false);
});

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
  withObjectString: true,
});

/** Text of JSON with keys that reach prototypes, as JSON.parse makes fields of them. */
const { json } = fc.letrec<{ json: string; list: string; object: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.jsonValue({ maxDepth: 0 }).map((value) => JSON.stringify(value)),
    fc.string({ unit: 'binary', maxLength: 5 }).map((value) => JSON.stringify(value)),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('json'), { maxLength: 4 }).map((entries) => `[${entries.join(',')}]`),
  object: fc
    .array(fc.tuple(nastyKey(), tie('json')), { maxLength: 6 })
    .map((fields) => `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}`),
}));

function nastyKey(): fc.Arbitrary<string> {
  return fc.oneof(
    fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'data', 'type', 'contact'),
    fc.string({ unit: 'binary', maxLength: 4 }),
  );
}

test('never throws and leaves prototypes untouched, whatever comes', () => {
  const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
  const contents = () =>
    prototypes.flatMap((it) =>
      Reflect.ownKeys(it).flatMap((key) => [key, Object.getOwnPropertyDescriptor(it, key)?.value]),
    );
  const before = contents();
  const holder = fc.constantFrom('data', 'id', 'time', 'subject', 'extension', '__proto__', 'dataschema', 'type');
  const value = fc.oneof(
    anything,
    json.map((text): unknown => JSON.parse(text)),
  );
  fc.assert(
    fc.property(value, holder, (value, key) => {
      validateEvent(value);
      const event: Record<string, unknown> = { ...base };
      Object.defineProperty(event, key, { value, enumerable: true });
      const result = validateEvent(event, { nowMs: 0 });
      if (!result.success) expect(result.issues.length).toBeGreaterThan(0);
    }),
    { numRuns: 10_000 },
  );
  const after = contents();
  expect(after).toHaveLength(before.length);
  expect(after.every((value, index) => Object.is(value, before[index]))).toBe(true);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
}, 60_000);

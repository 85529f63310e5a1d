import fc from 'fast-check';
import { expect, test } from 'vitest';
import { validateEvent } from '../validation/validate-event.ts';
import { readEventHeader } from './event-header.ts';
import { eventOfCells } from './event-of-cells.ts';

const envelope = { id: '7', source: '/csv', type: 'lead.captured', subject: 'lead/42', time: '2026-10-01T09:30:00Z' };

function eventOf(cells: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const all: Readonly<Record<string, string>> = { ...envelope, ...cells };
  return eventOfCells(readEventHeader(Object.keys(all)), Object.values(all));
}

function issuesOf(cells: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  const result = validateEvent(eventOf(cells));
  return result.success ? [] : result.issues.map(({ code, pointer }) => [code, pointer]);
}

test('empty cells are absent, lists close up', () => {
  const cells = { 'contact.email': 'ann@acme.example', product: '', 'ids.0.id': '', 'ids.3.system': 'crm' };
  expect(eventOf({ ...cells, 'ids.3.kind': 'lead', 'ids.3.id': '9' })).toEqual({
    specversion: '1.0',
    ...envelope,
    data: { contact: { email: 'ann@acme.example' }, ids: [{ system: 'crm', kind: 'lead', id: '9' }] },
  });
});

test('numbers and booleans are read strictly; other texts stay, and are refused where they are', () => {
  const call = {
    type: 'lead.attempted',
    channel: 'call',
    direction: 'outbound',
    automated: 'false',
    connected: 'true',
  };
  expect(eventOf({ ...call, durationSeconds: '260' }).data).toEqual({
    channel: 'call',
    direction: 'outbound',
    automated: false,
    connected: true,
    durationSeconds: 260,
  });
  expect(issuesOf({ ...call, connected: 'yes' })).toEqual([['wrong-type', '/data/connected']]);
  expect(issuesOf({ ...call, connected: 'TRUE' })).toEqual([['wrong-type', '/data/connected']]);
  for (const text of ['1e3', ' 260', '1,000', '0260', '+5', '0x10', 'NaN', 'Infinity', '.5', '0.12345678901234567'])
    expect(issuesOf({ ...call, durationSeconds: text }), text).toEqual([['wrong-type', '/data/durationSeconds']]);
  expect(issuesOf({ ...call, durationSeconds: '9007199254740993' })[0]?.[1]).toBe('/data/durationSeconds');
});

test('a row of another type has its own columns, and is refused for those of others that it fills', () => {
  const header = readEventHeader([...Object.keys(envelope), 'contact.email', 'contact', 'role']);
  expect(header.issues).toEqual([]);
  const lead = eventOfCells(header, [...Object.values(envelope), 'ann@acme.example', '', '']);
  expect(lead.data).toEqual({ contact: { email: 'ann@acme.example' } });
  const deal = ['8', '/csv', 'opportunity.contact_changed', 'opportunity/77', envelope.time];
  expect(eventOfCells(header, [...deal, '', 'contact/311', 'decision_maker']).data).toEqual({
    contact: 'contact/311',
    role: 'decision_maker',
  });
  const mixed = eventOfCells(header, [...deal, 'ann@acme.example', 'contact/311', 'decision_maker']);
  expect(validateEvent(mixed)).toMatchObject({
    success: false,
    issues: [{ code: 'unknown-field', pointer: '/data/contact.email' }],
  });
});

test('what lies twice at one place is refused', () => {
  const link = { type: 'record.linked', with: 'lead/1', 'with.system': 'crm' };
  expect(issuesOf(link)).toEqual([['unknown-field', '/data/with.system']]);
  const header = readEventHeader([...Object.keys(envelope), 'product', 'product']);
  expect(header.issues).toMatchObject([{ code: 'repeated-column', column: 6, name: 'product' }]);
  expect(eventOfCells(header, [...Object.values(envelope), 'a', 'b']).data).toEqual({
    product: 'a',
    'product (column 7)': 'b',
  });
});

test('a row without a type has the type of the file, its own when it names one', () => {
  const header = readEventHeader(['id', 'product'], { type: 'lead.captured' });
  expect(header.issues).toEqual([]);
  expect(eventOfCells(header, ['7', 'seats'])).toEqual({
    specversion: '1.0',
    type: 'lead.captured',
    id: '7',
    data: { product: 'seats' },
  });
  expect(readEventHeader(['id', 'lines.0.product'], { type: 'lead.captured' }).issues).toHaveLength(1);
});

test('a row of an unknown type still says who it is', () => {
  expect(issuesOf({ type: 'lead.capture', product: 'seats' })).toEqual([['unknown-type', '/type']]);
  expect(eventOf({ type: 'lead.capture', product: 'seats' })).toMatchObject({ id: '7', subject: 'lead/42' });
});

test('an unknown column is told with the nearest name, and refused where it is filled', () => {
  const header = readEventHeader(['id', 'contact.emial', ' contact.phone ', '']);
  expect(header.issues).toEqual([
    {
      code: 'unknown-column',
      column: 1,
      name: 'contact.emial',
      nearest: 'contact.email',
      message: 'Column 2 is named "contact.emial", which is no field of any event. Did you mean "contact.email"?',
    },
  ]);
  expect(issuesOf({ 'contact.emial': 'ann@acme.example' })).toEqual([['unknown-field', '/data/contact.emial']]);
  expect(issuesOf({ 'contact.emial': '' })).toEqual([]);
});

test('a header of many strange columns is read in little time', () => {
  const start = performance.now();
  const header = readEventHeader(Array.from({ length: 100_000 }, (_, column) => `strange_${column}`));
  expect(header.issues).toHaveLength(20);
  expect(header.columnsOf('lead.captured')).toHaveLength(100_000);
  expect(performance.now() - start).toBeLessThan(3000);
});

test('cells beyond the header are refused', () => {
  const header = readEventHeader(Object.keys(envelope));
  expect(eventOfCells(header, [...Object.values(envelope), 'x']).data).toEqual({ 'column 6': 'x' });
  expect(eventOfCells(header, ['7'])).toEqual({ specversion: '1.0', id: '7', data: {} });
});

test.each(['__proto__', 'constructor', 'contact.__proto__', 'attributes.__proto__', 'attributes.constructor'])(
  'a column %s is refused by its name and changes no other object',
  (name) => {
    expect(readEventHeader([name]).issues).toMatchObject([{ code: 'forbidden-column', name }]);
    const header = readEventHeader([...Object.keys(envelope), name]);
    const event = eventOfCells(header, [...Object.values(envelope), 'polluted']);
    expect(Object.getPrototypeOf(event.data)).toBe(Object.prototype);
    expect(Object.keys(event.data as object)).toEqual([name]);
    expect(validateEvent(event).success).toBe(false);
  },
);

test('any header and any cells give an object, and leave the prototype alone', () => {
  const before = Object.getOwnPropertyNames(Object.prototype);
  const names = [
    'id',
    'type',
    'with',
    'with.id',
    'ids.0.id',
    'ids.9.id',
    'ids',
    '__proto__',
    'attributes.a',
    'data',
    '',
  ];
  const cell = fc.oneof(fc.string(), fc.constantFrom('lead.captured', 'record.linked', '1', 'true', '__proto__'));
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.constantFrom(...names), fc.string())), fc.array(cell), (header, cells) => {
      const event = eventOfCells(readEventHeader(header), cells);
      expect(event.specversion).toBe('1.0');
      validateEvent(event);
    }),
    { numRuns: 300 },
  );
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
});

import { expect, test } from 'vitest';
import { schemaChanges } from './schema-changes.ts';

const before = {
  type: 'object',
  description: 'A thing.',
  properties: { name: { type: 'string', maxLength: 200 }, kind: { anyOf: [{ enum: ['a', 'b'] }, { type: 'null' }] } },
  required: ['name'],
  additionalProperties: false,
};

test('words may change', () => {
  const after = {
    ...before,
    description: 'Another thing.',
    properties: { ...before.properties, name: { type: 'string', maxLength: 200, examples: ['Ann'] } },
  };
  expect(schemaChanges(before, after)).toEqual([]);
});

test('an optional field more is an addition', () => {
  const after = { ...before, properties: { ...before.properties, size: { type: 'integer' } } };
  expect(schemaChanges(before, after)).toEqual([
    { pointer: '/properties/size', kind: 'added', what: 'the field size is new' },
  ]);
});

test.each([
  [{ ...before, properties: { name: before.properties.name } }, '/properties/kind', 'the field kind is gone'],
  [
    { ...before, properties: { ...before.properties, size: { type: 'integer' } }, required: ['name', 'size'] },
    '/properties/size',
    'the field size is new and must be there',
  ],
  [
    { ...before, properties: { ...before.properties, name: { type: 'string', maxLength: 100 } } },
    '/properties/name/maxLength',
    'maxLength was 200 and is 100',
  ],
  [
    { ...before, properties: { ...before.properties, name: { type: 'string', maxLength: 200, pattern: '^a' } } },
    '/properties/name/pattern',
    'pattern was absent and is "^a"',
  ],
  [
    { ...before, properties: { ...before.properties, kind: { anyOf: [{ enum: ['a', 'b', 'c'] }, { type: 'null' }] } } },
    '/properties/kind/anyOf/0/enum',
    'enum was ["a","b"] and is ["a","b","c"]',
  ],
  [
    { ...before, properties: { ...before.properties, kind: { anyOf: [{ enum: ['a', 'b'] }] } } },
    '/properties/kind/anyOf',
    'anyOf was [{"enum":["a","b"]},{"type":"null"}] and is [{"enum":["a","b"]}]',
  ],
  [{ ...before, required: [] }, '/required', 'required was ["name"] and is []'],
])('everything else breaks', (after, pointer, what) => {
  expect(schemaChanges(before, after)).toContainEqual({ pointer, kind: 'breaking', what });
});

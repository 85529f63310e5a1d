import { expect, test } from 'vitest';
import { releasedFaults } from './released-check.ts';

const thing = { type: 'object', properties: { name: { type: 'string' } } };
const more = { type: 'object', properties: { name: { type: 'string' }, size: { type: 'integer' } } };
const other = { type: 'object', properties: { name: { type: 'integer' } } };
const released = new Map([
  ['1.0', { thing }],
  ['1.9', { thing: more }],
  ['1.10', { thing: more }],
]);
const remedy =
  'Release another version: a minor one for what is only added, a major one with an upcaster for the rest.';

test('nothing may change under a released version', () => {
  expect(releasedFaults({ version: '1.0', current: { thing }, released })).toEqual([]);
  expect(releasedFaults({ version: '1.0', current: { thing: more }, released })).toEqual([
    `thing of version 1.0 changed at /properties/size: the field size is new. ${remedy}`,
  ]);
  expect(releasedFaults({ version: '1.0', current: {}, released })).toEqual([
    `thing of version 1.0 is gone. ${remedy}`,
  ]);
  expect(releasedFaults({ version: '1.0', current: { thing, another: thing }, released })).toEqual([
    `another is new, but version 1.0 is released. ${remedy}`,
  ]);
});

test('a minor version may add to the one before it, by number and not by letter', () => {
  expect(releasedFaults({ version: '1.1', current: { thing: more, another: thing }, released })).toEqual([]);
  expect(releasedFaults({ version: '1.11', current: { thing }, released })).toEqual([
    `thing of version 1.10 changed at /properties/size: the field size is gone. ${remedy}`,
  ]);
  expect(releasedFaults({ version: '1.1', current: { thing: other }, released })).toEqual([
    `thing of version 1.0 changed at /properties/name/type: type was "string" and is "integer". ${remedy}`,
  ]);
});

test('a major version may change everything', () => {
  expect(releasedFaults({ version: '2.0', current: { thing: other }, released })).toEqual([]);
});

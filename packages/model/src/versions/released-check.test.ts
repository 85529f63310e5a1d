import { expect, test } from 'vitest';
import { releasedFaults as faultsOf, type ReleasedCheck } from './released-check.ts';

const releasedFaults = (check: Omit<ReleasedCheck, 'steps'>) => faultsOf({ ...check, steps: [] });

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

test('a major version may change everything, with a step for each type that changed', () => {
  expect(releasedFaults({ version: '2.0', current: { thing: other }, released })).toEqual([]);
  const events = new Map([['1.0', { 'lead.captured': thing, 'lead.won': thing }]]);
  const current = { 'lead.captured': other, 'lead.won': thing };
  expect(releasedFaults({ version: '2.0', current, released: events })).toEqual([
    'lead.captured changed since version 1.0 and has no upcaster. Add one: events of version 1.0 stay readable.',
  ]);
  const steps = [{ type: 'lead.captured', from: 1 }];
  expect(faultsOf({ version: '2.0', current, released: events, steps })).toEqual([]);
});

test('a version is never older than what was released', () => {
  expect(releasedFaults({ version: '0.9', current: { thing }, released })).toEqual([
    'Version 0.9 is older than 1.10, which is released. Raise it.',
  ]);
});

test('new types stand behind the others', () => {
  const order = new Map([['1.0', { 'order-of-types': { enum: ['a', 'b'] } }]]);
  const faults = (...types: readonly string[]) =>
    releasedFaults({ version: '1.1', current: { 'order-of-types': { enum: [...types] } }, released: order });
  expect(faults('a', 'b', 'c')).toEqual([]);
  expect(faults('a', 'c', 'b')).toEqual([
    `order-of-types of version 1.0 changed at /enum/1: place 1 was b and is c: new types stand behind the others. ${remedy}`,
  ]);
  expect(faults('a')).toHaveLength(1);
});

test('what is personal is part of the promise', () => {
  const marked = { type: 'object', properties: { name: { type: 'string', $comment: 'personal' } } };
  expect(releasedFaults({ version: '1.0', current: { thing: marked }, released })).toEqual([
    `thing of version 1.0 changed at /properties/name/$comment: $comment was absent and is "personal". ${remedy}`,
  ]);
});

test('of many changes the first few are told', () => {
  const many = (maxLength: number) => ({
    type: 'object',
    properties: Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`f${index}`, { maxLength }])),
  });
  const faults = releasedFaults({
    version: '1.0',
    current: { thing: many(2) },
    released: new Map([['1.0', { thing: many(1) }]]),
  });
  expect(faults).toHaveLength(6);
  expect(faults[5]).toBe('thing changed in 4 more places.');
});

import { expect, it } from 'vitest';
import { canBeOne } from './can-be-one.ts';

it.each([
  ['lead/1', 'lead/2', true],
  ['contact/1', 'contact/2', true],
  ['company/1', 'company/2', true],
  ['opportunity/1', 'opportunity/2', true],
  ['campaign/1', 'campaign/2', false],
  ['lead/1', 'contact/1', false],
  ['lead/1', '', false],
])('tells whether %s and %s can be one: %s', (subject, other, is) => {
  expect(canBeOne(subject, other)).toBe(is);
});

import { expect, test } from 'vitest';
import { eventFields, eventName } from './history.data.ts';

test('types are read as words', () => {
  expect(eventName('lead.handed_off')).toBe('lead handed off');
});

test('nested fields keep their path, lists stay on one line, nulls are told', () => {
  expect(
    eventFields({
      source: { channel: 'email', medium: null },
      leads: ['lead/1', 'lead/2'],
      ids: [{ system: 'hubspot' }],
    }),
  ).toEqual([
    { name: 'source.channel', text: 'email' },
    { name: 'source.medium', text: 'no value' },
    { name: 'leads', text: 'lead/1, lead/2' },
    { name: 'ids.0.system', text: 'hubspot' },
  ]);
});

test('an event without data has no fields', () => {
  expect(eventFields(undefined)).toEqual([]);
  expect(eventFields(null)).toEqual([]);
  expect(eventFields({})).toEqual([]);
});

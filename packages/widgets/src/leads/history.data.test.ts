import { expect, test } from 'vitest';
import { createFormat } from '../format/create-format.ts';
import { eventFields, eventName } from './history.data.ts';

const format = createFormat({ locale: 'en', timeZone: 'Europe/Berlin' });

test('types are read as words', () => {
  expect(eventName('lead.handed_off')).toBe('lead handed off');
});

test('nested fields keep their path, lists stay on one line, nulls are told', () => {
  expect(
    eventFields(
      {
        source: { channel: 'email', medium: null },
        leads: ['lead/1', 'lead/2'],
        ids: [{ system: 'hubspot' }],
      },
      format,
    ),
  ).toEqual([
    { name: 'source.channel', text: 'email' },
    { name: 'source.medium', text: 'no value' },
    { name: 'leads', text: 'lead/1, lead/2' },
    { name: 'ids.0.system', text: 'hubspot' },
  ]);
});

test('an event without data has no fields', () => {
  expect(eventFields(undefined, format)).toEqual([]);
  expect(eventFields(null, format)).toEqual([]);
  expect(eventFields({}, format)).toEqual([]);
});

test('money, days and instants are written as on the page', () => {
  const data = {
    amount: { amountMinor: 123_450, currency: 'EUR' },
    closeDate: '2026-10-01',
    startsAt: '2026-10-01T22:30:00Z',
    code: '2026-10',
    size: { amountMinor: 1.5, currency: 'EUR' },
  };
  expect(eventFields(data, format)).toEqual([
    { name: 'amount', text: '€1,234.50' },
    { name: 'closeDate', text: 'Oct 1, 2026' },
    { name: 'startsAt', text: 'Oct 2, 2026, 00:30' },
    { name: 'code', text: '2026-10' },
    { name: 'size.amountMinor', text: '1.5' },
    { name: 'size.currency', text: 'EUR' },
  ]);
});

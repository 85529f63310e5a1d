import { expect, test } from 'vitest';
import { validateEvent } from '../validation/validate-event.ts';
import { eventTypes } from '../vocabulary/event-types.ts';
import { exampleEvent } from './example-event.ts';
import { goldenEvents } from './golden-events.ts';

const nowMs = Date.parse('2026-11-16T00:00:00Z');

test.each(eventTypes)('the golden events of %s are valid, and each has an identity of its own', (type) => {
  const golden = goldenEvents(type);
  expect(golden).toMatchObject({ full: exampleEvent(type), minimal: { type }, extended: { type } });
  for (const [name, event] of Object.entries(golden))
    expect(validateEvent(event, { nowMs }), name).toEqual({ success: true, event });
  const ids = Object.values(golden).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('cleared: each nullable field is null, in objects and lists and where the example leaves it out', () => {
  expect(goldenEvents('lead.captured').cleared?.data).toMatchObject({
    contact: { email: null, firstName: null },
    source: { campaign: null },
    consent: [{ purpose: 'sales_contact', channel: null, status: 'granted' }],
    ids: [{ system: 'hubspot' }],
  });
  expect(goldenEvents('opportunity.opened').cleared?.data).toMatchObject({ reason: null, amount: null });
  expect(goldenEvents('lead.answered').cleared?.data).toMatchObject({ question: 'timeline', answer: null });
  expect(eventTypes.filter((type) => goldenEvents(type).cleared === undefined)).toEqual(['agreement.signed']);
});

test('each form of a field that has several', () => {
  expect(goldenEvents('event.retracted').import).toMatchObject({
    subject: 'import/import-37',
    data: { target: { import: 'import-37' } },
  });
  for (const type of ['record.linked', 'record.unlinked'] as const)
    expect(goldenEvents(type).external?.data).toMatchObject({ with: { system: 'salesforce', kind: 'lead' } });
});

test('extended: an attribute that the envelope does not know', () => {
  expect(goldenEvents('lead.captured').extended).toHaveProperty('traceparent');
});

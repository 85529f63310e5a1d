import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arbitraryEvent } from '../../test/arbitrary-event.ts';
import { eventTypes } from '../vocabulary/event-types.ts';
import { personalFields } from './personal-fields.ts';
import { mergePersonal, splitPersonal } from './split-personal.ts';

test('takes mail address, names and phone out of a captured lead', () => {
  const data = {
    contact: { email: 'ann@acme.example', firstName: 'Ann', lastName: null, role: 'vp' },
    source: { channel: 'email' },
  };
  expect(splitPersonal({ type: 'lead.captured', data })).toEqual({
    data: { contact: { role: 'vp' }, source: { channel: 'email' } },
    personal: { contact: { email: 'ann@acme.example', firstName: 'Ann', lastName: null } },
  });
});

test('takes an object along of which nothing else is left', () => {
  expect(splitPersonal({ type: 'lead.captured', data: { contact: { phone: '1' }, product: 'seats' } }).data).toEqual({
    product: 'seats',
  });
});

test('gives back the very object when there is nothing personal', () => {
  const data = { contact: { role: 'vp' }, source: { channel: 'email' } };
  const split = splitPersonal({ type: 'lead.captured', data });
  expect(split.personal).toBeNull();
  expect(split.data).toBe(data);
  expect(splitPersonal({ type: 'lead.accepted', data: {} })).toEqual({ data: {}, personal: null });
});

test.each(eventTypes)('both sides of %s make the original again, and the input is untouched', (type) => {
  fc.assert(
    fc.property(arbitraryEvent(type), (event) => {
      const data = event.data as Record<string, unknown>;
      const before = structuredClone(data);
      const split = splitPersonal({ type, data });
      expect(mergePersonal(split.data, split.personal)).toEqual(before);
      expect(data).toEqual(before);
      expect(splitPersonal({ type, data: split.data }).personal).toBeNull();
    }),
    { numRuns: 25 },
  );
});

test('free text is personal', () => {
  expect(personalFields('note.added')).toEqual({ text: true });
  expect(personalFields('lead.rejected')).toEqual({ note: true });
  expect(personalFields('lead.assigned')).toBeNull();
});

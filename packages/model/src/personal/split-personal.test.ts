import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { arbitraryEvent } from '../../test/arbitrary-event.ts';
import { eventCatalog } from '../events/event-catalog.ts';
import { eventTypes } from '../vocabulary/event-types.ts';
import { marks, withoutWrappers } from '../wire/marks.ts';
import { type PersonalTree, personalFields } from './personal-fields.ts';
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

test.each(eventTypes)(
  'both sides of %s make the original again, and the input is untouched',
  (type) => {
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
  },
  30_000,
);

test('free text is personal', () => {
  expect(personalFields('note.added')).toEqual({ text: true });
  expect(personalFields('lead.rejected')).toEqual({ note: true });
  expect(personalFields('lead.assigned')).toBeNull();
});

function countMarks(schema: z.core.$ZodType): number {
  const inner = withoutWrappers(schema);
  const { def } = (inner as z.core.$ZodTypes)._zod;
  const own = marks.get(inner)?.personal === true ? 1 : 0;
  const sum = (schemas: readonly z.core.$ZodType[]) => schemas.reduce((count, each) => count + countMarks(each), own);
  if (def.type === 'object') return sum(Object.values(def.shape));
  if (def.type === 'union') return sum(def.options);
  if (def.type === 'array') return sum([def.element]);
  return def.type === 'record' ? sum([def.keyType, def.valueType]) : own;
}

function countPlaces(tree: PersonalTree | null): number {
  return Object.values(tree ?? {}).reduce((count, below) => count + (below === true ? 1 : countPlaces(below)), 0);
}

test('every mark lies where the split finds it: in objects, not in lists, records or alternatives', () => {
  const counts = eventTypes.map((type) => [
    type,
    countMarks(eventCatalog[type].data),
    countPlaces(personalFields(type)),
  ]);
  expect(counts.filter(([, marked, found]) => marked !== found)).toEqual([]);
  expect(counts.filter(([, marked]) => marked !== 0).length).toBeGreaterThan(10);
});

describe('of a newer minor version', () => {
  const dataschema = 'urn:sameteam:schema:1.7:lead.captured';
  const split = (data: object) => splitPersonal({ type: 'lead.captured', dataschema, data });

  test('what nobody knows here goes to the personal side, at any depth', () => {
    const data = {
      contact: { email: 'ann@acme.example', middleName: 'Zoë', role: 'vp' },
      source: { channel: 'fair', stand: 'A7' },
      attributes: { anything: 1 },
      ids: [{ system: 'crm', kind: 'lead', id: '7' }],
      consent: [{ purpose: 'newsletter', status: 'granted', witness: 'Bo' }],
      mobile: { of: 'Ann' },
    };
    const parts = split(data);
    expect(parts).toEqual({
      data: {
        contact: { role: 'vp' },
        source: { channel: 'fair' },
        attributes: { anything: 1 },
        ids: [{ system: 'crm', kind: 'lead', id: '7' }],
      },
      personal: {
        contact: { email: 'ann@acme.example', middleName: 'Zoë' },
        source: { stand: 'A7' },
        consent: [{ purpose: 'newsletter', status: 'granted', witness: 'Bo' }],
        mobile: { of: 'Ann' },
      },
    });
    expect(mergePersonal(parts.data, parts.personal)).toEqual(data);
  });

  test('what is known is split as ever', () => {
    expect(split({ contact: { email: 'ann@acme.example' }, source: { channel: 'fair' } })).toEqual({
      data: { source: { channel: 'fair' } },
      personal: { contact: { email: 'ann@acme.example' } },
    });
    expect(split({ source: { channel: 'fair' } })).toEqual({ data: { source: { channel: 'fair' } }, personal: null });
    const target = { import: 'import-37' };
    const retracted = { type: 'event.retracted', dataschema: 'urn:sameteam:schema:1.7:event.retracted' } as const;
    expect(splitPersonal({ ...retracted, data: { target } }).data).toEqual({ target });
    expect(splitPersonal({ ...retracted, data: { target: { ...target, who: 'Bo' } } }).personal).toEqual({
      target: { ...target, who: 'Bo' },
    });
  });
});

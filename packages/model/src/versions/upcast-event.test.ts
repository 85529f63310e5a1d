import { expect, test } from 'vitest';
import { type Upcaster, upcastEvent } from './upcast-event.ts';

/** Two invented versions: 2 splits the rep from the team, 3 makes a list of it. */
const steps: readonly Upcaster[] = [
  { type: 'lead.accepted', from: 1, upcast: (data) => ({ rep: (data as { by: string }).by }) },
  { type: 'lead.accepted', from: 2, upcast: (data) => ({ reps: [(data as { rep: string }).rep] }) },
];
const event = { id: '1', type: 'lead.accepted', data: { by: 'rep-7' } };

test('an event of this version stays the very event', () => {
  expect(upcastEvent(event)).toBe(event);
  const somebodyElses = { ...event, dataschema: 'https://schema.example/7' };
  expect(upcastEvent(somebodyElses)).toBe(somebodyElses);
});

test('goes through every step, and says in which version it is then', () => {
  const before = structuredClone(event);
  expect(upcastEvent(event, { to: 3, steps })).toEqual({
    id: '1',
    type: 'lead.accepted',
    data: { reps: ['rep-7'] },
    dataschema: 'urn:sameteam:schema:3.0:lead.accepted',
  });
  expect(event).toEqual(before);
  const second = { ...event, data: { rep: 'rep-7' }, dataschema: 'urn:sameteam:schema:2.4:lead.accepted' };
  expect(upcastEvent(second, { to: 3, steps }).data).toEqual({ reps: ['rep-7'] });
});

test('keeps the data of a type that did not change', () => {
  expect(upcastEvent(event, { to: 4, steps }).data).toEqual({ reps: ['rep-7'] });
  const other = { ...event, type: 'lead.qualified' };
  expect(upcastEvent(other, { to: 2, steps })).toEqual({
    ...other,
    dataschema: 'urn:sameteam:schema:2.0:lead.qualified',
  });
});

test('refuses a version that is newer than the one asked for', () => {
  const newer = { ...event, dataschema: 'urn:sameteam:schema:2.0:lead.accepted' };
  expect(() => upcastEvent(newer)).toThrow('Update @sameteam/model.');
});

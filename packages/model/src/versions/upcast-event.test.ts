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

test('refuses a version that nobody knows the way from', () => {
  expect(() => upcastEvent(event, { to: 4, steps })).toThrow(
    'Cannot read a lead.accepted of version 3 as version 4: there is no step from one to the other. Add its upcaster.',
  );
  const newer = { ...event, dataschema: 'urn:sameteam:schema:2.0:lead.accepted' };
  expect(() => upcastEvent(newer)).toThrow('Update @sameteam/model.');
});

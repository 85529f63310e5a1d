import { expect, test } from 'vitest';
import { eventCatalog } from '../events/event-catalog.ts';
import { eventSchema } from '../events/event-schema.ts';
import { parseInstant } from '../time/parse-instant.ts';
import { validateEvent } from '../validation/validate-event.ts';
import { eventTypes } from '../vocabulary/event-types.ts';
import { stageEvent, stages } from '../vocabulary/stages.ts';
import { exampleEvent, leftOut, minimalEvent } from './example-event.ts';
import { exampleStory } from './example-story.ts';

test.each(eventTypes)('the examples of %s are valid, the same each time, and nobody else has them', (type) => {
  for (const make of [exampleEvent, minimalEvent]) {
    const event = make(type);
    expect(validateEvent(event)).toEqual({ success: true, event });
    expect(eventSchema(type).safeParse(event).success).toBe(true);
    Object.assign(event.data, { changed: true });
    expect(make(type)).not.toEqual(event);
    expect(make(type)).toEqual(make(type));
  }
});

test.each(eventTypes)('the example of %s fills every field but those that would be silly', (type) => {
  const { data } = exampleEvent(type);
  const left = leftOut[type] ?? [];
  const names = Object.keys(eventCatalog[type].data.shape);
  expect(Object.keys(data)).toEqual(names.filter((name) => !left.includes(name)));
  expect(names).toEqual(expect.arrayContaining([...left]));
});

test.each(eventTypes)('the shortest example of %s needs all that it says', (type) => {
  const event = minimalEvent(type);
  for (const name of Object.keys(event)) {
    const { [name as 'id']: _, ...rest } = event;
    expect(validateEvent(rest).success, name).toBe(false);
  }
  for (const name of Object.keys(event.data)) {
    const { [name as 'ids']: _, ...rest } = event.data;
    expect(validateEvent({ ...event, data: rest }).success, `data.${name}`).toBe(false);
  }
});

test.each(eventTypes)('the examples of %s have happened', (type) => {
  const nowMs = Date.parse('2026-11-16T00:00:00Z');
  for (const event of [exampleEvent(type), minimalEvent(type)])
    expect(validateEvent(event, { nowMs })).toEqual({ success: true, event });
});

test('the examples tell one story: stages in their order, each event with an identity of its own', () => {
  const times = stages.map((stage) => parseInstant(exampleEvent(stageEvent[stage]).time));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  const scenes = Object.values(exampleStory);
  expect(new Set(scenes.map(({ source, id }) => `${source} ${id}`)).size).toBe(eventTypes.length);
  expect(exampleEvent('lead.captured').data.contact).toMatchObject({
    email: 'ann.keller@acme.example',
    firstName: 'Ann',
    lastName: 'Keller',
  });
  expect(exampleEvent('opportunity.won').data.leads).toEqual([exampleEvent('lead.captured').subject]);
});

import { expect, test } from 'vitest';
import { eventCatalog } from '../events/event-catalog.ts';
import { eventRank, isEventType } from './event-rank.ts';
import { type EventType, eventTypes } from './event-types.ts';
import { stageEvent, stages } from './stages.ts';

test('each type has a schema, and the other way round, in the same order', () => {
  expect(Object.keys(eventCatalog)).toEqual([...eventTypes]);
});

test('ranks are places in the table', () => {
  expect(eventTypes.map(eventRank)).toEqual(eventTypes.map((_, index) => index));
});

test('the events of the stages rank in the order of the stages', () => {
  const ranks = stages.map((stage) => eventRank(stageEvent[stage]));
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
});

test('an unknown type is refused with the nearest one', () => {
  expect(isEventType('constructor')).toBe(false);
  expect(() => eventRank('lead.capturd' as EventType)).toThrow('Did you mean "lead.captured"?');
});

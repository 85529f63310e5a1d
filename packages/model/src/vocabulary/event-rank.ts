import { ModelError } from '../model-error.ts';
import { nearestName } from '../text/nearest-name.ts';
import { type EventType, eventTypes } from './event-types.ts';

const ranks: ReadonlyMap<string, number> = new Map(eventTypes.map((type, rank) => [type, rank]));

/**
 * Place of a type in {@link eventTypes}: orders the events of a subject that have equal times. O(1).
 * @returns an integer from 0
 * @throws ModelError `unknown-event-type` for a type that is not in the table
 * @example eventRank('lead.captured') < eventRank('opportunity.won') // true
 */
export function eventRank(type: EventType): number {
  const rank = ranks.get(type);
  if (rank === undefined) {
    throw new ModelError('unknown-event-type', { type, nearest: nearestName(type, eventTypes) });
  }
  return rank;
}

/**
 * Whether a text is the name of an event type.
 * @example isEventType('lead.captured') // true
 */
export function isEventType(text: string): text is EventType {
  return ranks.has(text);
}

import type { HistoryEvent } from '@sameteam/api/client';

/** One field of an event, as people read it. */
export interface EventField {
  readonly name: string;
  readonly text: string;
}

/** An event's type as words: `lead.handed_off` is "lead handed off". */
export function eventName(type: string): string {
  return type.replace(/[._]/g, ' ');
}

/**
 * The fields of an event in their order, nested ones with their path. Nulls are told as "no value": they clear.
 * @example eventFields({ source: { channel: 'email' } }) // [{ name: 'source.channel', text: 'email' }]
 */
export function eventFields(data: HistoryEvent['data'], path = ''): readonly EventField[] {
  if (data === undefined) return [];
  if (data === null || typeof data !== 'object') return path === '' ? [] : [{ name: path, text: fieldText(data) }];
  if (Array.isArray(data) && data.every((item) => item === null || typeof item !== 'object'))
    return data.length === 0 ? [] : [{ name: path, text: data.map(fieldText).join(', ') }];
  return Object.entries(data).flatMap(([name, value]) => eventFields(value, path === '' ? name : `${path}.${name}`));
}

function fieldText(value: unknown): string {
  return value === null ? 'no value' : String(value);
}

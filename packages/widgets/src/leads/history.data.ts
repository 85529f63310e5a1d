import type { HistoryEvent } from '@sameteam/api/client';
import type { Format } from '../format/create-format.ts';

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
 * The fields of an event in their order, nested ones with their path. Nulls are told as "no value": they clear. Money,
 * days and instants are written as everywhere on the page.
 * @example eventFields({ source: { channel: 'email' } }, format) // [{ name: 'source.channel', text: 'email' }]
 */
export function eventFields(data: HistoryEvent['data'], format: Format, path = ''): readonly EventField[] {
  if (data === undefined) return [];
  if (data === null || typeof data !== 'object')
    return path === '' ? [] : [{ name: path, text: fieldText(data, format) }];
  if (isMoney(data)) return [{ name: path, text: format.money(data.amountMinor, data.currency) }];
  if (Array.isArray(data) && data.every((item) => item === null || typeof item !== 'object'))
    return data.length === 0 ? [] : [{ name: path, text: data.map((item) => fieldText(item, format)).join(', ') }];
  return Object.entries(data).flatMap(([name, value]) =>
    eventFields(value, format, path === '' ? name : `${path}.${name}`),
  );
}

function isMoney(data: object): data is { readonly amountMinor: number; readonly currency: string } {
  const { amountMinor, currency } = data as { readonly amountMinor?: unknown; readonly currency?: unknown };
  return Number.isInteger(amountMinor) && typeof currency === 'string' && Object.keys(data).length === 2;
}

function fieldText(value: unknown, format: Format): string {
  if (value === null) return 'no value';
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return format.day(text);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/.test(text)) return format.instant(text);
  return text;
}

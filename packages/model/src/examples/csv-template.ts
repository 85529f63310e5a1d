import type { EventType } from '../vocabulary/event-types.ts';
import { eventColumns } from './event-columns.ts';
import { exampleEvent } from './example-event.ts';
import { valueAt } from './value-at.ts';

/**
 * A CSV file for events of a type, to fill in: the header and one row as an example. What the example does
 * not say is an empty cell. Commas, CRLF, and quotes where a cell needs them (RFC 4180).
 * @example csvTemplate('lead.captured').startsWith('id,source,type,subject,time,dataschema,contact.ref,') // true
 */
export function csvTemplate(type: EventType): string {
  const columns = eventColumns(type);
  const example = exampleEvent(type);
  const cells = columns.map(({ path }) => String(valueAt(example, path) ?? ''));
  const rows = [columns.map(({ name }) => name), cells];
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

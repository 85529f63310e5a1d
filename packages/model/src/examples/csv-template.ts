import type { EventType } from '../vocabulary/event-types.ts';
import { eventColumns } from './event-columns.ts';

/**
 * A CSV file for events of a type, to fill in: the header and one row as an example. Commas, CRLF, and quotes where a
 * cell needs them (RFC 4180).
 * @example csvTemplate('lead.captured').startsWith('id,source,type,subject,time,dataschema,contact.ref,') // true
 */
export function csvTemplate(type: EventType): string {
  const columns = eventColumns(type);
  const rows = [columns.map(({ name }) => name), columns.map(({ doc }) => String(doc.example))];
  return rows.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

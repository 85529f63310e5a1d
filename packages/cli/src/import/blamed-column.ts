import type { LeadMap } from '@sameteam/connectors';

type FileSpec = LeadMap['files'][string];
type EventSpec = FileSpec['events'][number];

/** The column that a fault of an event comes from; `null` where it comes from none or from several. */
export type BlameColumn = (type: string, pointer: string) => string | null;

/**
 * Finds the way back from a fault in an event to the heading that the map took its value from.
 * @param spec the file of the map that the row belongs to
 * @example blamedColumn(map.files.leads)('lead.captured', '/data/contact/email') // 'E-mail'
 */
export function blamedColumn(spec: FileSpec): BlameColumn {
  return (type, pointer) => {
    const path = pointer.split('/').slice(1);
    const headings = spec.events.filter((event) => event.type === type).map((event) => headingAt(event, path));
    return headings.every((heading) => heading === headings[0]) ? (headings[0] ?? null) : null;
  };
}

function headingAt(event: EventSpec, [top, ...rest]: readonly string[]): string | null {
  if (top === 'subject' || top === 'id') return onlyHeading(event[top]);
  if (top === 'time') return cellHeading(event.time);
  let value: unknown = event.data;
  for (const step of rest) {
    if (!isGroup(value)) return null;
    // Below a cell, such as in the items of a list that it is split into, it is the cell's column.
    if (isCell(value)) break;
    value = value[step];
  }
  return typeof value === 'string' ? onlyHeading(value) : cellHeading(value);
}

function cellHeading(value: unknown): string | null {
  if (!isGroup(value)) return null;
  if (typeof value.column === 'string') return value.column;
  return typeof value.template === 'string' ? onlyHeading(value.template) : null;
}

/** The heading of a template that names exactly one. */
function onlyHeading(template: string | undefined): string | null {
  const [first, ...further] = [...(template ?? '').matchAll(/\{([^{}]+)\}/g)].map(([, heading]) => heading as string);
  return first === undefined || further.length > 0 ? null : first;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isCell(value: Readonly<Record<string, unknown>>): boolean {
  return 'column' in value || 'firstOf' in value || 'template' in value;
}

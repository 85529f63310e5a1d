import { type FlatLeadOptions, readFlatLead } from '@sameteam/connectors/flat';
import type { TableRow } from '@sameteam/connectors/items';
import type { ReadItem } from './read-item.ts';
import { textIssue } from './read-item.ts';

/** Reads the flat lead of a row. An empty cell says nothing. */
export function readFlatRow(
  { index, line, cells, fault }: TableRow,
  names: readonly string[],
  options: FlatLeadOptions,
): ReadItem {
  const sender = `/leads/${options.sender}`;
  if (fault !== null) return { index, line, value: undefined, event: null, source: sender, issues: [textIssue(fault)] };
  const fields = fieldsOf(names, cells);
  const read = readFlatLead(fields, options);
  const { timeGiven } = read.success ? read : { timeGiven: false };
  if (read.success) return { index, line, value: read.event, event: read.event, issues: [], timeGiven };
  // What it would have been, as far as it names itself and tells how the person could be reached.
  const { email, phone, country, vendor } = fields;
  const source = vendor !== undefined && /^[\w.-]{1,64}$/.test(vendor) ? `/leads/${vendor}` : sender;
  const value = { type: 'lead.captured', id: read.id, data: { contact: { email, phone, country } } };
  return { index, line, value, event: null, source, issues: read.issues };
}

function fieldsOf(names: readonly string[], cells: readonly string[]): Readonly<Record<string, string>> {
  // Without a prototype, on which a column could be named `__proto__`.
  const fields: Record<string, string> = Object.create(null);
  for (const [place, cell] of cells.entries()) {
    if (cell === '') continue;
    const name = names[place] || `column ${place + 1}`;
    fields[name in fields ? `${name} (column ${place + 1})` : name] = cell;
  }
  return fields;
}

import type { EventColumn } from './event-columns.ts';
import type { EventHeader } from './event-header.ts';

type Bag = Record<string | number, unknown>;

/**
 * Turns one row of a CSV file into an event, which is still to be checked with `validateEvent`. An empty cell is a
 * field that is absent: a file cannot say null. Numbers are plain decimals, booleans `true` or `false`; any other text
 * is left in its place, where validation refuses it with its pointer. So is what has no place: a filled cell of a
 * column that the type of the row does not have stays in `data` under the name of the column. Entries of a list close
 * up. Never throws, and reaches no prototype.
 * @param header from `readEventHeader`
 * @param cells texts of the row in the order of the header; cells that are missing at the end are empty
 * @example
 * const header = readEventHeader(['id', 'contact.email'], { type: 'lead.captured' });
 * eventOfCells(header, ['7', 'ann@acme.example']).data // { contact: { email: 'ann@acme.example' } }
 */
export function eventOfCells(header: EventHeader, cells: readonly string[]): Readonly<Record<string, unknown>> {
  const type = cells[header.names.indexOf('type')] || (header.type ?? '');
  const columns = header.columnsOf(type);
  const data: Bag = {};
  const event: Bag = { specversion: '1.0', ...(type === '' ? {} : { type }), data };
  for (const [index, cell] of cells.entries()) {
    const column = columns[index] ?? null;
    if (cell === '' || column?.name === 'type') continue;
    if (column === null || !put(event, column.path, readCell(column, cell))) {
      keepAside(data, header.names[index] || `column ${index + 1}`, index, cell);
    }
  }
  for (const name of Object.keys(data)) if (Array.isArray(data[name])) data[name] = withoutGaps(data[name]);
  return event;
}

function readCell({ kind }: EventColumn, cell: string): unknown {
  if (kind === 'boolean') return cell === 'true' ? true : cell === 'false' ? false : cell;
  return kind === 'number' && isPlainNumber(cell) ? Number(cell) : cell;
}

/** A fraction that a double would not give back is not read: an amount must not change on its way. */
function isPlainNumber(cell: string): boolean {
  return /^-?(?:0|[1-9][0-9]{0,299})$/.test(cell) || (/^-?(?:0|[1-9][0-9]*)\.[0-9]+$/.test(cell) && cell.length <= 16);
}

/** Puts a value to its place. `false` when there is something already. */
function put(event: Bag, path: readonly (string | number)[], value: unknown): boolean {
  let at = event;
  for (const [depth, key] of path.entries()) {
    const isLast = depth === path.length - 1;
    if (!Object.hasOwn(at, key)) at[key] = isLast ? value : typeof path[depth + 1] === 'number' ? [] : {};
    else if (isLast) return false;
    const next = at[key];
    if (isLast) return true;
    if (typeof next !== 'object' || next === null) return false;
    at = next as Bag;
  }
  return false;
}

/** Leaves a text where validation refuses it by its name. Defined, because `__proto__` is a name too. */
function keepAside(data: Bag, name: string, index: number, value: string): void {
  const key = Object.hasOwn(data, name) ? `${name} (column ${index + 1})` : name;
  Object.defineProperty(data, key, { value, enumerable: true, configurable: true, writable: true });
}

function withoutGaps(list: readonly unknown[]): readonly unknown[] {
  return list.filter(() => true);
}

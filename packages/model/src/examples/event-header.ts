import { nearestName } from '../text/nearest-name.ts';
import { isForbiddenKey } from '../validation/key-check.ts';
import { isEventType } from '../vocabulary/event-rank.ts';
import { type EventType, eventTypes } from '../vocabulary/event-types.ts';
import { limits } from '../vocabulary/limits.ts';
import { type EventColumn, eventColumn, eventColumns } from './event-columns.ts';

/** What is wrong with a column of a header. */
export interface ColumnIssue {
  readonly code: 'unknown-column' | 'forbidden-column' | 'repeated-column';
  /** Place of the column, from 0. */
  readonly column: number;
  readonly name: string;
  /** The known column that was most likely meant; `null` when none is near. */
  readonly nearest: string | null;
  /** What failed, why, and what to do. */
  readonly message: string;
}

/** The header of a CSV file of events, read once for all its rows. */
export interface EventHeader {
  /** Names of the columns, without blanks around them. */
  readonly names: readonly string[];
  /** What is wrong, at most 20 issues. Rows can still be read: what they say in such a column is then refused. */
  readonly issues: readonly ColumnIssue[];
  /** Type of the rows that name none. */
  readonly type: EventType | null;
  /** What each column is to events of a type, `null` for nothing; an unknown type has the columns of the envelope. */
  columnsOf(type: string): readonly (EventColumn | null)[];
}

/**
 * Reads the header of a CSV file of events: the names of {@link eventColumns}, in any order. Rows of several types can
 * share a file, and a column is unknown when no type has it. A column without a name is no issue while its cells are
 * empty.
 * @param header texts of the first row
 * @param options.type type of the rows, for files without a column `type`
 * @example readEventHeader(['id', 'contact.emial']).issues[0]?.nearest // 'contact.email'
 */
export function readEventHeader(
  header: readonly string[],
  { type = null }: { readonly type?: EventType | null } = {},
): EventHeader {
  const names = header.map((name) => name.trim());
  const firsts = new Map(names.map((name, column) => [name, column] as const).reverse());
  const types = type === null || firsts.has('type') ? eventTypes : [type];
  const known = new Map<string, readonly (EventColumn | null)[]>();
  const columnsOf = (rowType: string) => {
    const find = isEventType(rowType) ? (name: string) => eventColumn(rowType, name) : envelopeColumn;
    // What is not a type comes from the rows: keeping each would let a file fill the memory.
    const key = isEventType(rowType) ? rowType : '';
    const columns = known.get(key) ?? names.map((name, column) => (firsts.get(name) === column ? find(name) : null));
    known.set(key, columns);
    return columns;
  };
  return { names, type, columnsOf, issues: headerIssues(names, firsts, types) };
}

function envelopeColumn(name: string): EventColumn | null {
  const column = eventColumn('lead.captured', name);
  return column?.path[0] === 'data' ? null : column;
}

function headerIssues(
  names: readonly string[],
  firsts: ReadonlyMap<string, number>,
  types: readonly EventType[],
): readonly ColumnIssue[] {
  const issues: ColumnIssue[] = [];
  for (const [column, name] of names.entries()) {
    if (issues.length === limits.issues) break;
    const issue = nameIssue(name, column, firsts.get(name) ?? column) ?? unknownIssue(name, column, types);
    if (issue !== null) issues.push(issue);
  }
  return issues;
}

/** The issue that shows in the name alone. */
function nameIssue(name: string, column: number, first: number): ColumnIssue | null {
  const named = `Column ${column + 1} is named "${shorten(name)}"`;
  if (name.split('.').some(isForbiddenKey)) {
    const message = `${named}, which can be the name of no field. Take it out of the file.`;
    return { code: 'forbidden-column', column, name, nearest: null, message };
  }
  if (first === column || name === '') return null;
  const message = `${named}, as is column ${first + 1}. Keep one of them.`;
  return { code: 'repeated-column', column, name, nearest: null, message };
}

function unknownIssue(name: string, column: number, types: readonly EventType[]): ColumnIssue | null {
  if (name === '' || types.some((type) => eventColumn(type, name) !== null)) return null;
  const candidates = new Set(types.flatMap((type) => eventColumns(type).map((known) => known.name)));
  const nearest = nearestName(name, candidates);
  const advice = nearest === null ? 'Take the names of the template.' : `Did you mean "${nearest}"?`;
  const what = types.length === 1 ? types[0] : 'any event';
  const message = `Column ${column + 1} is named "${shorten(name)}", which is no field of ${what}. ${advice}`;
  return { code: 'unknown-column', column, name, nearest, message };
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

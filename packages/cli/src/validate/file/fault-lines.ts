import { type GridColumn, gridGap, gridLines, gridWidth } from '../../terminal/grid.ts';
import { plainText } from '../../terminal/plain-text.ts';
import type { Style } from '../../terminal/style.ts';
import { cutText, textWidth, wrapText } from '../../terminal/text-width.ts';
import type { FileIssue } from './file-issue.ts';
import type { PlaceKind } from './item-judge.ts';
import type { JudgedItem } from './judged-item.ts';

/** One fault as people see it, free of control characters. */
export interface FaultRow {
  readonly place: string;
  readonly type: string;
  readonly id: string;
  /** Column of the file, where there is one; else JSON pointer, field, or place in the text. */
  readonly where: string;
  /** JSON pointer, where `where` is a column. */
  readonly pointer: string;
  readonly code: string;
  readonly found: string;
  readonly expected: string;
}

/** Least characters of what is expected that are worth a table. */
const shortestExpected = 30;
/** Lines of what is expected of one fault. */
const mostLines = 4;
const longestFound = 40;
const longestId = 24;
const longestWhere = 60;

/** What is shown of a duplicate. */
export function duplicateRow(item: JudgedItem, places: PlaceKind): FaultRow {
  return {
    ...itemRow(item, places),
    code: 'duplicate',
    found: `the same as ${item.earlier}`,
    expected: 'nothing: it is no fault',
  };
}

/** What is shown of a fault. */
export function faultRow(item: JudgedItem, issue: FileIssue, places: PlaceKind): FaultRow {
  const { column, pointer, field, position, code, found, expected, nearest } = issue;
  const where = column ?? (position === undefined ? (field ?? pointer ?? '') : `${position.line}:${position.column}`);
  return {
    ...itemRow(item, places),
    where: cutText(plainText(where), longestWhere),
    pointer: column === undefined ? '' : cutText(plainText(pointer ?? ''), longestWhere),
    code: plainText(code),
    found: plainText(found),
    expected: plainText(nearest === null ? expected : `did you mean "${nearest}"? ${expected}`),
  };
}

function itemRow({ index, line, type, id }: JudgedItem, places: PlaceKind): FaultRow {
  return {
    ...nothing,
    place: places === 'line' ? `line ${line}` : `item ${index + 1}`,
    type: plainText(type ?? ''),
    id: cutText(plainText(id ?? ''), longestId),
  };
}

/**
 * Faults as a table; where the terminal is too narrow for one, below each other.
 * @param columns width of the terminal; infinite where nobody reads, and nothing is cut then
 */
export function faultLines(
  rows: readonly FaultRow[],
  { style, columns }: { readonly style: Style; readonly columns: number },
): readonly string[] {
  const isCut = Number.isFinite(columns);
  const foundWidth = isCut ? longestFound : Number.POSITIVE_INFINITY;
  const room = columns - gridWidth(leftColumns(rows, foundWidth)) - gridGap;
  if (room < shortestExpected) return rows.flatMap((row) => faultBlock(row, { style, columns }));
  const wrapped = isCut ? rows.flatMap((row) => wrappedRow(row, room)) : rows;
  const expected: GridColumn = { head: 'Expected', align: 'left', mains: wrapped.map((row) => row.expected) };
  return gridLines([...leftColumns(wrapped, foundWidth), expected], { head: style.bold, note: style.dim });
}

const nothing: FaultRow = { place: '', type: '', id: '', where: '', pointer: '', code: '', found: '', expected: '' };

/** A row, and below it what does not fit into its last column. */
function wrappedRow(row: FaultRow, room: number): readonly FaultRow[] {
  const lines = wrapText(row.expected, room);
  const shown = lines.length > mostLines ? [...lines.slice(0, mostLines - 1), '…'] : lines;
  return shown.map((line, index) => ({ ...(index === 0 ? row : nothing), expected: cutText(line, room) }));
}

function leftColumns(rows: readonly FaultRow[], foundWidth: number): readonly GridColumn[] {
  const column = (head: string, mains: readonly string[], notes?: readonly string[]): GridColumn => ({
    ...{ head, align: 'left' as const, mains },
    ...(notes?.some((note) => note !== '') ? { notes } : {}),
  });
  return [
    column(
      'Place',
      rows.map(({ place }) => place),
    ),
    column(
      'Event',
      rows.map(({ type }) => type),
      rows.map(({ id }) => id),
    ),
    column(
      'Where',
      rows.map(({ where }) => where),
      rows.map(({ pointer }) => pointer),
    ),
    column(
      'Code',
      rows.map(({ code }) => code),
    ),
    column(
      'Found',
      rows.map(({ found }) => (Number.isFinite(foundWidth) ? cutText(found, foundWidth) : found)),
    ),
  ];
}

/** A fault on lines of its own: nothing is cut, what is long is wrapped. */
function faultBlock(
  { place, type, id, where, pointer, code, found, expected }: FaultRow,
  { style, columns }: { readonly style: Style; readonly columns: number },
): readonly string[] {
  const labels = [
    ['code', code],
    ['where', pointer === '' ? where : `${where} (${pointer})`],
    ['found', found],
    ['expected', expected],
  ] as const;
  const lines = labels
    .filter(([, text]) => text !== '')
    .flatMap(([label, text]) =>
      wrapText(text, columns - 12).map((line, index) =>
        index === 0 ? `  ${style.dim(label.padEnd(8))}  ${line}` : `${' '.repeat(12)}${line}`,
      ),
    );
  const name = [type, id].filter((text) => text !== '' && textWidth(text) > 0).join('  ');
  return [`${style.bold(place)}${name === '' ? '' : `  ${name}`}`, ...lines];
}

import { padText, textWidth } from './text-width.ts';

/** A column of a table in a terminal: a value, and what stands at its right in a lighter way. */
export interface GridColumn {
  readonly head: string;
  readonly align: 'left' | 'right';
  readonly mains: readonly string[];
  /** As many as `mains`; absent for a column of values alone. */
  readonly notes?: readonly string[];
}

/** How the parts of a table are emphasised. */
export interface GridStyle {
  readonly head: (text: string) => string;
  readonly note: (text: string) => string;
}

/** Characters between two columns. */
export const gridGap = 2;

const widest = (texts: readonly string[]) => texts.reduce((most, text) => Math.max(most, textWidth(text)), 0);

function widthsOf(column: GridColumn): { readonly main: number; readonly note: number; readonly all: number } {
  const head = textWidth(column.head);
  const note = column.notes ? widest(column.notes) : 0;
  const noteAndGap = note > 0 ? note + 1 : 0;
  // The head of a number stands over the number; with an interval beside it there is room for it over both.
  const isHeadOverBoth = column.align === 'left' || noteAndGap > 0;
  const main = Math.max(widest(column.mains), isHeadOverBoth ? 0 : head);
  return { main, note, all: Math.max(head, main + noteAndGap) };
}

/** Characters that columns take side by side. */
export function gridWidth(columns: readonly GridColumn[]): number {
  return columns.reduce((sum, it) => sum + widthsOf(it).all, 0) + gridGap * Math.max(0, columns.length - 1);
}

/**
 * Lines of a table: its head, then its rows; nothing hangs over at the right.
 * @param style emphasis, applied after everything has been measured
 */
export function gridLines(columns: readonly GridColumn[], style: GridStyle): readonly string[] {
  const widths = columns.map(widthsOf);
  const line = (cell: (column: GridColumn, index: number) => string) =>
    columns.map(cell).join(' '.repeat(gridGap)).trimEnd();
  const rows = columns[0]?.mains.length ?? 0;
  const head = line((column, index) => {
    const { main, note, all } = widths[index] ?? { main: 0, note: 0, all: 0 };
    const text = note === 0 ? padText(column.head, main, column.align) : column.head;
    return padText(style.head(text), all, 'left');
  });
  const body = Array.from({ length: rows }, (_, row) =>
    line((column, index) => {
      const { main, all } = widths[index] ?? { main: 0, all: 0 };
      const value = padText(column.mains[row] ?? '', main, column.align);
      const note = column.notes?.[row] ?? '';
      return padText(note === '' ? value : `${value} ${style.note(note)}`, all, 'left');
    }),
  );
  return [head, ...body];
}

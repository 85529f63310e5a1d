/**
 * Makes the function that gives a cell its meaning: blanks around it are dropped, and a cell without text, or with a text
 * that means "no value", is `undefined`.
 */
export function normalCell(trim: boolean, empty: readonly string[]): (cell: string | undefined) => string | undefined {
  const none = new Set(empty.filter((text) => text !== ''));
  const check = none.size > 0;
  return (cell) => {
    if (cell === undefined || cell === '') return undefined;
    const value = trim && hasBlankEnd(cell) ? cell.trim() : cell;
    return value === '' || (check && none.has(value)) ? undefined : value;
  };
}

// Trimming allocates; most cells need none.
function hasBlankEnd(cell: string): boolean {
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(cell.length - 1);
  return first <= 32 || last <= 32 || first >= 160 || last >= 160;
}

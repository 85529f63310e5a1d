import type { RowAtom, RowTest, RowValue } from '../../plan/row-test.ts';
import type { RowMeasure } from '../fact-measure.ts';
import { measureParts } from '../measure-parts.ts';
import { type RecordColumn, type RecordKindId, recordKind, recordKindIds } from './record-kinds.ts';

/** The kinds of record that a measure counts: without one of them, its number tells of the data and of nothing else. */
export function neededRecords(measure: RowMeasure): readonly RecordKindId[] {
  const { numerator, denominator } = measureParts(measure);
  const atoms = [...numerator, ...denominator].flat();
  const values = valueColumns(measure);
  return recordKindIds.filter((id) => {
    const columns = recordKind(id).columns[measure.grain];
    if (columns === undefined || columns === 'every') return columns === 'every';
    return columns.some((one) => values.includes(one.column) || atoms.some((atom) => says(atom, one)));
  });
}

/** Whether a count of such rows that is above zero shows that there is a record of the kind. */
export function isShownBy(id: RecordKindId, { grain }: Pick<RowMeasure, 'grain'>, rows: RowTest): boolean {
  const columns = recordKind(id).columns[grain];
  if (columns === undefined || columns === 'every') return columns === 'every';
  return rows.every((atoms) =>
    atoms.some((atom) => atom.is && columns.some((one) => says(atom, one) && isOnly(atom, one))),
  );
}

function says(atom: RowAtom, { column, values, alone }: RecordColumn): boolean {
  if (!columnsOf(atom).includes(column)) return false;
  if (values === undefined) return true;
  if (atom.kind !== 'oneOf') return false;
  return alone === true ? isOnly(atom, { column, values }) : atom.values.some((value) => isOneOfThem(value, values));
}

/** Whether an atom asks for nothing else beside: a deal that is won or lost shows neither. */
function isOnly(atom: RowAtom, { values }: RecordColumn): boolean {
  return values === undefined || (atom.kind === 'oneOf' && atom.values.every((value) => isOneOfThem(value, values)));
}

const isOneOfThem = (value: string | null, values: readonly string[]) => value !== null && values.includes(value);

function columnsOf(atom: RowAtom): readonly string[] {
  // Bits say which stage is implied, nothing of what was recorded.
  if (atom.kind === 'bit') return [];
  return 'column' in atom ? [atom.column] : [atom.from, atom.to];
}

function valueColumns(measure: RowMeasure): readonly string[] {
  const value = 'value' in measure ? measure.value : measure.kind === 'level' ? (measure.money?.value ?? null) : null;
  return value === null ? [] : columnsOfValue(value);
}

function columnsOfValue(value: RowValue): readonly string[] {
  switch (value.kind) {
    case 'column':
      return [value.column];
    case 'seconds':
      return [value.from, value.to];
    case 'age':
      return [value.from];
    case 'product':
      return value.columns;
  }
}

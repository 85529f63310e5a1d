import type { FactScope } from '../plan/reduction.ts';
import type { RowTest } from '../plan/row-test.ts';

/** A column whose values are texts, and one of them. */
export type ColumnText = readonly [column: string, text: string];

/** The texts that a scope names, and those that tests beside it do. */
export function scopeTexts({ filters, where }: FactScope, ...tests: readonly RowTest[]): readonly ColumnText[] {
  return [
    ...filters.flatMap(({ column, values }) =>
      values.flatMap((text) => (text === null ? [] : [[column, text] as const])),
    ),
    ...[where, ...tests].flatMap(testTexts),
  ];
}

/** The texts of `oneOf` atoms, with their columns. */
function testTexts(test: RowTest): readonly ColumnText[] {
  return test.flatMap((atoms) =>
    atoms.flatMap((atom) =>
      atom.kind === 'oneOf' ? atom.values.flatMap((text) => (text === null ? [] : [[atom.column, text] as const])) : [],
    ),
  );
}

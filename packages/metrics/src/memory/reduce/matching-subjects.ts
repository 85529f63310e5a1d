import type { SubjectQuery } from '../../plan/reduction.ts';
import { compileRowTest } from './compile-row-test.ts';
import type { FactTable } from './fact-table.ts';
import { groupTable } from './group-table.ts';

/** The subjects behind a query, each once. */
export function matchingSubjects(table: FactTable, query: SubjectQuery, asOfMs: number): ReadonlySet<string> {
  const { group, addresses } = groupTable(table, query, { asOfMs, keepExcluded: true });
  const { address } = query;
  const wanted =
    address === null
      ? null
      : addresses.findIndex(
          ({ dimensions, bucket }) =>
            bucket === address.bucket &&
            dimensions.every((value, index) => value === (address.dimensions[index] ?? null)),
        );
  const test = compileRowTest(query.rows, table, asOfMs);
  const isExcluded = table.excluded();
  const { codes, dictionary } = table.codes(query.column);
  const found = new Set<string>();
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    if (of === -1 || (wanted !== null && of !== wanted)) continue;
    if ((isExcluded?.[row] === 1) !== query.excludedByAgreement || !test(row)) continue;
    const subject = dictionary.text(codes[row] as number);
    if (subject !== null) found.add(subject);
  }
  return found;
}

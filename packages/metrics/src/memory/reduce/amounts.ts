import type { AmountGroup, AmountQuery } from '../../plan/reduction.ts';
import { compileRowTest } from './compile-row-test.ts';
import type { FactTable } from './fact-table.ts';
import { groupTable } from './group-table.ts';
import { exact } from './reduce-table.ts';
import { compileRowValue } from './row-value.ts';

/** Sums of money by currency; of a foreign one by the local day that says its rate. */
export function amountsOf(table: FactTable, query: AmountQuery, asOfMs: number): readonly AmountGroup[] {
  const { group, addresses } = groupTable(table, query, { asOfMs });
  const test = compileRowTest(query.amounts, table, asOfMs);
  const readValue = compileRowValue(query.value, table, asOfMs);
  const { codes, dictionary } = table.codes(query.currency);
  const times = table.numbers(query.rateAt);
  const days = table.days(query.rateAt);
  const home = dictionary.find(query.home);
  const sums = new Map<string, { of: number; currency: string | null; day: number | null; sum: bigint }>();
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    if (of === -1 || !test(row)) continue;
    const value = readValue(row);
    if (Number.isNaN(value)) continue;
    const code = codes[row] as number;
    const day = code === home || Number.isNaN(times[row]) ? null : (days[row] as number);
    const key = `${of} ${code} ${day}`;
    const known = sums.get(key) ?? { of, currency: dictionary.text(code), day, sum: 0n };
    known.sum += BigInt(value);
    sums.set(key, known);
  }
  return [...sums.values()].map(({ of, currency, day, sum }) => ({
    ...(addresses[of] as (typeof addresses)[number]),
    currency,
    day,
    amount: exact(sum),
  }));
}

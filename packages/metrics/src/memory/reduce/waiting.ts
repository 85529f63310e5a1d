import type { WaitingGroup, WaitingQuery } from '../../plan/reduction.ts';
import { compileRowTest } from './compile-row-test.ts';
import type { FactTable } from './fact-table.ts';
import { groupTable } from './group-table.ts';

const dayMs = 86_400_000;

/** Histogram of the days that rows waited, or have been waiting, for an end. */
export function waitingOf(table: FactTable, query: WaitingQuery, asOfMs: number): readonly WaitingGroup[] {
  const { group, addresses } = groupTable(table, query, { asOfMs });
  const start = table.numbers(query.from);
  const stop = table.numbers(query.to);
  const ends = query.end === null ? null : table.codes(query.end);
  const test = compileRowTest(query.waiting, table, asOfMs);
  const found = new Map<string, { of: number; ended: boolean; end: string | null; days: number; rows: number }>();
  for (let row = 0; row < group.length; row++) {
    const of = group[row] as number;
    if (of === -1 || Number.isNaN(start[row]) || !test(row)) continue;
    const ended = !Number.isNaN(stop[row]);
    const elapsed = ((ended ? stop[row] : asOfMs) as number) - (start[row] as number);
    const days = Math.max(0, ended ? Math.ceil(elapsed / dayMs) : Math.floor(elapsed / dayMs));
    const end = ended && ends !== null ? ends.dictionary.text(ends.codes[row] as number) : null;
    const key = JSON.stringify([of, ended, end, days]);
    const known = found.get(key) ?? { of, ended, end, days, rows: 0 };
    known.rows += 1;
    found.set(key, known);
  }
  return [...found.values()].map(({ of, ...rest }) => ({ ...(addresses[of] as (typeof addresses)[number]), ...rest }));
}

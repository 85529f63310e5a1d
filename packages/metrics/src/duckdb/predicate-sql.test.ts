import { DuckDBInstance } from '@duckdb/node-api';
import { type StageId, stages } from '@sameteam/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePredicate } from '../memory/compile-predicate.ts';
import { Dictionary } from '../facts/columns/dictionary.ts';
import type { FactTable } from '../memory/fact-table.ts';
import type { Atom, Predicate } from '../plan/aggregate.ts';
import { predicateSql } from './predicate-sql.ts';

interface FactRow {
  readonly times: readonly (number | null)[];
  readonly implied: number;
  readonly amount: number | null;
}

function tableOf(rows: readonly FactRow[]): FactTable {
  const empty = { codes: new Int32Array(rows.length), dictionary: new Dictionary() };
  return {
    count: rows.length,
    timeMs: (stage) => Float64Array.from(rows, ({ times }) => times[stage] ?? Number.NaN),
    day: () => new Int32Array(rows.length),
    implied: Uint8Array.from(rows, ({ implied }) => implied),
    excluded: new Uint8Array(rows.length),
    column: () => empty,
    lead: new Int32Array(rows.length),
    amountMinor: Float64Array.from(rows, ({ amount }) => amount ?? Number.NaN),
    currency: empty,
  };
}

const holds = (predicate: Predicate, rows: readonly FactRow[]) => {
  const test = compilePredicate(predicate, tableOf(rows));
  return rows.map((_, row) => test(row));
};

/** Captured at 0, an MQL that the hand-off of day 10 implies, won a day before its capture. */
const row: FactRow = { times: [0, 864_000_000, 864_000_000, null, null, null, -86_400_000], implied: 0b10, amount: 0 };

describe('predicates', () => {
  it.each<readonly [Atom, boolean]>([
    [{ kind: 'reached', stage: 'mql' }, true],
    [{ kind: 'reached', stage: 'sal' }, false],
    [{ kind: 'open', stage: 'sal' }, true],
    [{ kind: 'open', stage: 'mql' }, false],
    [{ kind: 'explicit', stage: 'mql' }, false],
    [{ kind: 'explicit', stage: 'handed_off' }, true],
    [{ kind: 'explicit', stage: 'sal' }, false],
    [{ kind: 'implied', stage: 'mql' }, true],
    [{ kind: 'implied', stage: 'captured' }, false],
    [{ kind: 'ordered', from: 'captured', to: 'handed_off' }, true],
    [{ kind: 'ordered', from: 'captured', to: 'captured' }, true],
    [{ kind: 'ordered', from: 'captured', to: 'mql' }, false],
    [{ kind: 'ordered', from: 'captured', to: 'won' }, false],
    [{ kind: 'ordered', from: 'captured', to: 'sal' }, false],
    [{ kind: 'reversed', from: 'captured', to: 'won' }, true],
    [{ kind: 'reversed', from: 'captured', to: 'handed_off' }, false],
    [{ kind: 'within', from: 'captured', to: 'handed_off', limitMs: 864_000_000 }, true],
    [{ kind: 'within', from: 'captured', to: 'handed_off', limitMs: 863_999_999 }, false],
    [{ kind: 'within', from: 'captured', to: 'won', limitMs: 864_000_000 }, false],
    [{ kind: 'amount', known: true }, true],
    [{ kind: 'amount', known: false }, false],
  ])('%j: %s', (atom, expected) => {
    expect(holds([[atom]], [row])).toEqual([expected]);
  });

  it('hold when all atoms of one alternative do; none is never, an empty one always', () => {
    const [yes, no] = [
      { kind: 'reached', stage: 'mql' },
      { kind: 'reached', stage: 'sal' },
    ] as const;
    expect(holds([[yes, yes, no]], [row])).toEqual([false]);
    expect(holds([[no], [yes, yes, yes]], [row])).toEqual([true]);
    expect(holds([], [row])).toEqual([false]);
    expect(holds([[]], [row])).toEqual([true]);
  });

  it('are the same in SQL, on random rows', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    try {
      const columns = stages.map((stage) => `at_${stage} BIGINT`).join(', ');
      await connection.run(`CREATE TABLE facts (n INTEGER, ${columns}, implied UTINYINT, amount BIGINT)`);
      const time = fc.option(fc.constantFrom(-1, 0, 1, 5, 6, 1_000_000), { nil: null });
      const rows = fc.sample(
        fc.record({
          times: fc.array(time, { minLength: stages.length, maxLength: stages.length }),
          implied: fc.nat({ max: 127 }),
          amount: fc.option(fc.constantFrom(-1, 0, 7), { nil: null }),
        }),
        { numRuns: 400, seed: 7 },
      );
      const literals = rows.map(
        ({ times, implied, amount }, n) =>
          `(${[n, ...times, implied, amount].map((value) => value ?? 'NULL').join(', ')})`,
      );
      await connection.run(`INSERT INTO facts VALUES ${literals.join(', ')}`);
      const table = tableOf(rows);
      await fc.assert(
        fc.asyncProperty(fc.array(fc.array(atoms(), { maxLength: 3 }), { maxLength: 3 }), async (predicate) => {
          const sql = `SELECT coalesce(${predicateSql(predicate)}, FALSE) FROM facts f ORDER BY n`;
          const inSql = (await connection.runAndReadAll(sql)).getRows().map(([value]) => value);
          const test = compilePredicate(predicate, table);
          expect(inSql).toEqual(rows.map((_, index) => test(index)));
        }),
        { numRuns: 200 },
      );
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  });
});

function atoms(): fc.Arbitrary<Atom> {
  const stage = fc.constantFrom<StageId>(...stages);
  return fc.oneof(
    fc.record({ kind: fc.constantFrom('reached', 'explicit', 'implied', 'open'), stage }),
    fc.record({ kind: fc.constantFrom('ordered', 'reversed'), from: stage, to: stage }),
    fc.record({ kind: fc.constant('within' as const), from: stage, to: stage, limitMs: fc.constantFrom(0, 1, 5) }),
    fc.record({ kind: fc.constant('amount' as const), known: fc.boolean() }),
  );
}

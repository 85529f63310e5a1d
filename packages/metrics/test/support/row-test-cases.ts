import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RowAtom, RowTest, RowValue } from '../../src/plan/row-test.ts';

/** A row of the table that tests are asked of. */
export interface PlainRow {
  readonly at_a: number | null;
  readonly at_b: number | null;
  readonly n: number | null;
  readonly m: number | null;
  readonly text: string | null;
}

/** As-of of the tests. */
export const rowAsOfMs = 10_000;
/** Texts that a store may know; rows have the first two. */
export const rowTexts = ['x', 'y', 'z'];

/** The rule of each atom, written once more: whether it is known of a row, and then whether it holds. */
function holds(atom: RowAtom, row: PlainRow): boolean {
  const of = (column: string) => row[column as keyof PlainRow] as number | null;
  const judged = (known: boolean, is: () => boolean) => known && is() === atom.is;
  switch (atom.kind) {
    case 'has':
      return judged(true, () => of(atom.column) !== null);
    case 'oneOf':
      return judged(true, () => atom.values.includes(row.text));
    case 'atLeast':
      return judged(of(atom.column) !== null, () => (of(atom.column) as number) >= atom.value);
    case 'bit':
      return judged(true, () => Math.floor((of(atom.column) ?? 0) / 2 ** atom.bit) % 2 === 1);
    case 'past':
      return judged(of(atom.column) !== null, () => (of(atom.column) as number) <= rowAsOfMs - atom.ms);
    case 'ordered':
    case 'within': {
      const [from, to] = [of(atom.from), of(atom.to)];
      const apart = from === null || to === null ? Number.NaN : to - from;
      const limit = atom.kind === 'within' ? atom.limitMs : Number.POSITIVE_INFINITY;
      return judged(!Number.isNaN(apart), () => apart >= 0 && apart <= limit);
    }
  }
}

function numberOfRow(value: RowValue, row: PlainRow): number | null {
  const of = (column: string) => row[column as keyof PlainRow] as number | null;
  const seconds = (from: number | null, to: number | null) =>
    from === null || to === null ? null : Math.floor((to - from) / 1000);
  switch (value.kind) {
    case 'column':
      return of(value.column);
    case 'seconds':
      return seconds(of(value.from), of(value.to));
    case 'age':
      return seconds(of(value.from), rowAsOfMs);
    case 'product': {
      const [first, second] = value.columns.map(of);
      return first == null || second == null ? null : first * second;
    }
  }
}

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const time = maybe(fc.constantFrom(-1001, -1, 0, 1, 999, 1000, 9000, 10_000, 10_001));
const rows = fc.sample(
  fc.record<PlainRow>({
    at_a: time,
    at_b: time,
    n: maybe(fc.integer({ min: 0, max: 15 })),
    m: maybe(fc.integer({ min: -3, max: 3 })),
    text: maybe(fc.constantFrom('x', 'y')),
  }),
  { numRuns: 400, seed: 7 },
);

const is = fc.boolean();
const times = fc.constantFrom('at_a', 'at_b');
const atom: fc.Arbitrary<RowAtom> = fc.oneof(
  fc.record({ kind: fc.constant('has' as const), column: fc.constantFrom('at_a', 'n', 'text'), is }),
  fc.record({
    kind: fc.constant('oneOf' as const),
    column: fc.constant('text'),
    values: fc.uniqueArray(maybe(fc.constantFrom(...rowTexts, 'elsewhere'))),
    is,
  }),
  fc.record({
    kind: fc.constant('atLeast' as const),
    column: fc.constantFrom('m', 'at_a'),
    value: fc.constantFrom(-1, 0, 1),
    is,
  }),
  fc.record({ kind: fc.constant('bit' as const), column: fc.constant('n'), bit: fc.integer({ min: 0, max: 4 }), is }),
  fc.record({ kind: fc.constant('ordered' as const), from: times, to: times, is }),
  fc.record({ kind: fc.constant('within' as const), from: times, to: times, limitMs: fc.constantFrom(0, 1, 1000), is }),
  fc.record({ kind: fc.constant('past' as const), column: times, ms: fc.constantFrom(0, 1, 1000), is }),
);

/** A table of rows in a database, which is asked of each row in their order. */
export interface RowTable {
  /** Whether a test holds: not where it is not known. */
  readonly holds: (test: RowTest) => Promise<readonly boolean[]>;
  readonly values: (value: RowValue) => Promise<readonly (number | null)[]>;
}

/** How a database is held to the rules of tests and values of rows. */
export interface RowTestDialect {
  /** Makes a table of rows for some work, and takes it away. */
  readonly onRows: (rows: readonly PlainRow[], work: (table: RowTable) => Promise<void>) => Promise<void>;
  /** SQL of a test. */
  readonly sqlOf: (test: RowTest) => string;
}

/** Declares what tests and values of rows in the SQL of every database are held to. */
export function rowTestCases({ onRows, sqlOf }: RowTestDialect): void {
  describe('tests and values of rows in SQL', () => {
    it(
      'hold for the rows that the rules say',
      () =>
        onRows(rows, async (table) => {
          await fc.assert(
            fc.asyncProperty(fc.array(fc.array(atom, { maxLength: 3 }), { maxLength: 3 }), async (test: RowTest) => {
              const expected = rows.map((row) => test.some((atoms) => atoms.every((one) => holds(one, row))));
              expect(await table.holds(test)).toEqual(expected);
            }),
            { numRuns: 300, endOnFailure: true },
          );
        }),
      60_000,
    );

    it.each<RowValue>([
      { kind: 'column', column: 'm' },
      { kind: 'seconds', from: 'at_a', to: 'at_b' },
      { kind: 'age', from: 'at_a' },
      { kind: 'product', columns: ['n', 'm'] },
    ])('have the numbers that the rules say: %j', (value) =>
      onRows(rows, async (table) => {
        const plain = (numbers: readonly (number | null)[]) => numbers.map((one) => (one === null ? null : one + 0));
        expect(plain(await table.values(value))).toEqual(plain(rows.map((row) => numberOfRow(value, row))));
      }),
    );

    it('take nothing for a number that is none', () => {
      expect(() => sqlOf([[{ kind: 'atLeast', column: 'n', value: Number.NaN, is: true }]])).toThrow(RangeError);
    });
  });
}

import { DuckDBInstance } from '@duckdb/node-api';
import { type Condition, evaluateCondition } from '@sameteam/agreement';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { captureFields } from '../facts/capture-fields.ts';
import { leadFold } from '../facts/lead-fold.ts';
import { captureConditionSql, conditionTexts, exclusionSql, segmentSql } from './condition-sql.ts';
import { captureColumn } from './schema.ts';

const columns = leadFold.capture.map(({ name }) => captureColumn(name));
const texts = [
  'email',
  'Email',
  "o'neil",
  "'; DROP TABLE rows; --",
  '$1',
  '%',
  '_',
  '\\',
  '"',
  'ä',
  'ä',
  '😀',
  '0',
  '5',
  'true',
  'null',
];
/** The dictionary of this test: places in `texts`, from 1 on. */
const numberOf = (text: string) => texts.indexOf(text) + 1;
const rows: readonly (readonly (string | null)[])[] = [
  columns.map(() => null),
  ...texts.map((text) => columns.map(() => text)),
  ...texts.map((text, index) => columns.map((_, column) => ((column + index) % 3 === 0 ? null : text))),
];

describe('captureConditionSql', () => {
  let instance: DuckDBInstance;
  let connection: Awaited<ReturnType<DuckDBInstance['connect']>>;

  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:');
    connection = await instance.connect();
    await connection.run(`CREATE TABLE rows (n INTEGER, ${columns.map((name) => `${name} INTEGER`).join(', ')})`);
    for (const [n, row] of rows.entries()) {
      await connection.run(`INSERT INTO rows VALUES (${[n, ...row].map((_, index) => `$${index + 1}`).join(', ')})`, [
        n,
        ...row.map((text) => (text === null ? null : numberOf(text))),
      ]);
    }
  });

  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  const inDuckDb = async (sql: string) =>
    (await connection.runAndReadAll(`SELECT ${sql} AS holds FROM rows ORDER BY n`)).getRows().map(([value]) => value);

  const fieldsOf = (row: readonly (string | null)[]) =>
    Object.fromEntries(captureFields.map((field, index) => [field, row[index] ?? null]));

  const inTypeScript = (condition: Condition) =>
    rows.map((row) => evaluateCondition(condition, { fields: fieldsOf(row) }));

  const field = fc.constantFrom(...captureFields) as fc.Arbitrary<'source.channel'>;
  const value = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...texts) }, fc.constantFrom(0, 5, true));
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ field, is: value }),
      fc.record({ field, in: fc.array(value, { minLength: 1, maxLength: 4 }) }),
      fc.record({ field, exists: fc.boolean() }),
      fc.record({ field, atLeast: fc.integer() }),
      fc.record({ field, atMost: fc.integer() }),
      fc.record({ field, between: fc.constant([0, 9] as const) }),
      fc.constant({}),
      fc.record({ not: tie('condition') }),
      fc.record({ all: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('condition'), { minLength: 1, maxLength: 3 }) }),
    ),
  }));

  it('answers as evaluateCondition does, and never NULL', async () => {
    let held = 0;
    await fc.assert(
      fc.asyncProperty(condition, async (asked) => {
        const expected = inTypeScript(asked);
        held += expected.filter(Boolean).length;
        expect(await inDuckDb(captureConditionSql(asked, numberOf))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
    expect(held).toBeGreaterThan(500);
    expect(await inDuckDb('count(*) OVER ()')).toHaveLength(rows.length);
  });

  it('sorts by the first segment that matches, and by any exclusion', async () => {
    const agreement = agreementWith({
      segments: [
        { id: 'small', when: { field: 'source.channel', is: 'email' } },
        { id: 'any', when: { field: 'source.channel', exists: true } },
      ],
      exclusions: [
        { id: 'a', when: { field: 'source.medium', is: 'Email' } },
        { id: 'b', when: { field: 'lead.product', is: "o'neil" } },
      ],
    });
    expect(await inDuckDb(segmentSql(agreement, numberOf))).toEqual(
      rows.map(([channel]) => (channel === 'email' ? 1 : channel === null ? null : 2)),
    );
    expect(await inDuckDb(exclusionSql(agreement, numberOf))).toEqual(
      rows.map((row) => row[1] === 'Email' || row[5] === "o'neil"),
    );
  });

  it('knows the lists that come with Sameteam', async () => {
    const agreement = agreementWith({
      lists: { freemail: 'builtin' },
      segments: [{ id: 'free', when: { field: 'source.channel', inList: 'freemail' } }],
    });
    const numbers = (text: string) => (text === 'gmail.com' ? numberOf('email') : 0);
    expect(await inDuckDb(segmentSql(agreement, numbers))).toEqual(
      rows.map(([channel]) => (channel === 'email' ? 1 : null)),
    );
    expect(conditionTexts(agreement)).toContain('gmail.com');
  });

  it('sorts nobody where the agreement says nothing', async () => {
    expect(new Set(await inDuckDb(segmentSql(agreementWith(), numberOf)))).toEqual(new Set([null]));
    expect(new Set(await inDuckDb(exclusionSql(agreementWith(), numberOf)))).toEqual(new Set([false]));
  });
});

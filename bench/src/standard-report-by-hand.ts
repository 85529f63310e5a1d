import type { DuckDBConnection } from '@duckdb/node-api';
import { customersAndCost } from './by-hand/customers-and-cost.ts';
import { cyclesAndMeetings } from './by-hand/cycles-and-meetings.ts';
import { deals } from './by-hand/deals.ts';
import type { HandNumber, HandQuery, HandWords } from './by-hand/hand-query.ts';
import { leadsByCapture } from './by-hand/leads-by-capture.ts';
import { leadsByStage } from './by-hand/leads-by-stage.ts';
import { pipeline } from './by-hand/pipeline.ts';
import { type HandWaiting, waitingByHand } from './by-hand/projections.ts';

/** The standard report as a good analyst would write it over the same facts: one scan for all numbers of the same rows. */
export const handQueries: readonly HandQuery[] = [
  leadsByCapture,
  ...leadsByStage,
  ...cyclesAndMeetings,
  ...deals,
  pipeline,
  ...customersAndCost,
];

/** Words of the facts that the queries name. */
const words = [
  ...['customer', 'disqualified', 'recycled', 'sourced', 'influenced', 'won', 'lost', 'opened', 'reopened', 'changed'],
  ...['accepted', 'merged', 'renewal', 'churn', 'upsell', 'cross_sell', 'downgrade', 'new'],
];

/** A row of an answer: the channel as text, the month as its first day. */
export interface HandRow {
  readonly channel: string | null;
  readonly month: number;
  readonly of: Readonly<Record<string, unknown>>;
}

/** What the queries answered. */
export interface HandReport {
  readonly answers: readonly {
    readonly numbers: Readonly<Record<string, HandNumber>>;
    readonly rows: readonly HandRow[];
  }[];
  readonly waiting: readonly { readonly spread: HandWaiting; readonly rows: readonly HandRow[] }[];
}

/** Days with the first day of their month, which analysts have at hand. */
export async function prepareByHand(connection: DuckDBConnection): Promise<void> {
  await connection.run(`CREATE TEMP TABLE calendar AS SELECT day::INTEGER AS day,
    (date_diff('day', DATE '1970-01-01', date_trunc('month', DATE '1970-01-01' + day::INTEGER)))::INTEGER AS month FROM range(19000, 21500) t(day)`);
}

/** Runs all queries and reads what they answer. */
export async function standardReportByHand(connection: DuckDBConnection, nowMs: number): Promise<HandReport> {
  const numbers = new Map(
    (await connection.runAndReadAll(`SELECT term, number FROM terms WHERE term IN (${words.map(quoted).join(', ')})`))
      .getRows()
      .map(([term, number]) => [String(term), Number(number)]),
  );
  const named: HandWords = {
    // No fact has the number 0: it stands for a word that nobody said.
    n: (...those) => those.map((word) => numbers.get(word) ?? 0).join(', '),
    now: nowMs,
  };
  const channels = new Map<number, string>();
  const answers: HandReport['answers'][number][] = [];
  for (const query of handQueries) answers.push({ numbers: query.numbers, rows: await read(query.sql(named)) });
  const waiting: HandReport['waiting'][number][] = [];
  for (const spread of waitingByHand) waiting.push({ spread, rows: await read(spread.sql(named)) });
  return { answers, waiting };

  async function read(sql: string): Promise<readonly HandRow[]> {
    const rows = (await connection.runAndReadAll(sql)).getRowObjects();
    const unknown = new Set(
      rows.map(({ channel }) => Number(channel ?? 0)).filter((one) => one > 0 && !channels.has(one)),
    );
    if (unknown.size > 0) {
      const found = await connection.runAndReadAll(
        `SELECT number, term FROM terms WHERE number IN (${[...unknown].join(', ')})`,
      );
      for (const [number, term] of found.getRows()) channels.set(Number(number), String(term));
    }
    return rows.map((of) => ({
      channel: channels.get(Number(of.channel ?? 0)) ?? null,
      month: Number(of.month),
      of,
    }));
  }
}

function quoted(word: string): string {
  return `'${word}'`;
}

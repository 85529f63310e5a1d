import type { FlatRow } from '../../src/report/flatten-row.ts';
import type { ReportOptions } from '../../src/report/report-options.ts';
import { runTables } from '../../src/report/run-tables.ts';
import { openStore } from '../../src/store/open-store.ts';
import { testContext } from '../../src/test-support/test-context.ts';
import { type RunOptions, sameteam } from './sameteam.ts';

/** Metrics that between them depend on everything that a lead export says. */
export const allFigures =
  'captured,qualified,won,lead_to_win_rate,days_to_won_median,days_to_won_p90,won_within_30_days,won_within_90_days';

/** Rows of a report as `sameteam report --json` prints them. */
export async function reportRows(
  db: string,
  args: readonly string[],
  options: RunOptions,
): Promise<readonly FlatRow[]> {
  const ran = await sameteam(['report', '--db', db, ...args, '--json'], options);
  if (ran.exit !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as readonly FlatRow[];
}

/** What may be asked beside the figures. */
export type FigureOptions = Pick<ReportOptions, 'asOf' | 'knownAt'>;

/**
 * Every figure of a database: whole, by channel and month, by landing page and by owner. Equal texts are equal figures. The
 * database is opened once for all of them, as to open it takes as long as to answer.
 */
export async function everyFigure(
  db: string,
  { cwd, nowMs }: Pick<RunOptions, 'cwd' | 'nowMs'>,
  further: FigureOptions = {},
): Promise<string> {
  const context = testContext({ cwd, ...(nowMs === undefined ? {} : { now: () => nowMs }) });
  const store = await openStore({ db }, context);
  try {
    const parts: (readonly FlatRow[])[] = [];
    for (const by of [[], ['source.channel', 'month'], ['source.landingPage'], ['current.owner']]) {
      const asked = { ...further, metric: allFigures.split(','), ...(by.length === 0 ? {} : { by }) };
      parts.push(JSON.parse(await runTables({ engine: 'duckdb', ...asked }, 'json', store, context)));
    }
    return JSON.stringify(parts, null, 1);
  } finally {
    await store.engine.close();
  }
}

import type { FlatRow } from '../../src/report/flatten-row.ts';
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

/** Every figure of a database: whole, by channel and month, by landing page and by owner. Equal texts are equal figures. */
export async function everyFigure(db: string, options: RunOptions, further: readonly string[] = []): Promise<string> {
  const parts: (readonly FlatRow[])[] = [];
  for (const by of [[], ['source.channel', 'month'], ['source.landingPage'], ['current.owner']]) {
    const dimensions = by.length === 0 ? [] : ['--by', by.join(',')];
    parts.push(await reportRows(db, ['--metric', allFigures, ...dimensions, ...further], options));
  }
  return JSON.stringify(parts, null, 1);
}

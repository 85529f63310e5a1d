import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { benchRefresh } from './bench-refresh.ts';
import { benchStandardReport, type ReportLimits } from './bench-standard-report.ts';
import { count, type Figure, printFigures } from './table.ts';
import { makeTeamStore } from './team-store.ts';

/** Events of a lead in the log of a team, on average. */
const eventsPerLead = 10;

/** What a store of one size is held to. */
export interface DuckDbLimits extends ReportLimits {
  readonly refreshMs: number;
  /** Whether all facts are made anew to be compared, which takes as long as making them. */
  readonly compare: boolean;
}

/**
 * DuckDB from the log to the standard report. `SAMETEAM_BENCH_STORES` names a folder of stores that were made before,
 * `team-<events>.duckdb`: one that is there is read instead of made, one that is not is kept there. A store of the
 * folder is never written: what changes facts is measured on a copy.
 */
export async function benchDuckDb(
  folder: string,
  events: number,
  { runs, ...limits }: DuckDbLimits & { readonly runs: number },
): Promise<void> {
  const leads = events / eventsPerLead;
  const kept = process.env.SAMETEAM_BENCH_STORES;
  const path = join(kept ?? folder, `team-${events}.duckdb`);
  const figures: Figure[] = [];
  if (kept === undefined || !existsSync(path)) figures.push(...(await makeTeamStore(path, leads)));
  figures.push(...(await benchStandardReport(path, runs, limits)));
  const changed = kept === undefined ? path : join(folder, 'changed.duckdb');
  if (changed !== path) copyFileSync(path, changed);
  figures.push(...(await benchRefresh(changed, leads, { runs, limitMs: limits.refreshMs, compare: limits.compare })));
  rmSync(changed, { force: true });
  printFigures(`DuckDB, about ${count(events)} events of ${count(leads)} leads (best of ${runs})`, figures);
}

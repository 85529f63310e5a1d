import { copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { benchRefresh, refreshMs } from './bench-refresh.ts';
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
  const ofMillionMs = events === million ? null : await refreshOfMillion(folder);
  const { path, figures: made } = await teamStore(folder, events);
  const report = await benchStandardReport(path, runs, limits);
  const changed = changeable(folder, path);
  const refresh = await benchRefresh(changed, leads, {
    runs: Math.max(runs, refreshRuns),
    limitMs: limits.refreshMs,
    ofMillionMs,
    compare: limits.compare,
  });
  rmSync(changed, { force: true });
  printFigures(`DuckDB, about ${count(events)} events of ${count(leads)} leads (best of ${runs})`, [
    ...made,
    ...report,
    ...refresh,
  ]);
}

const million = 1_000_000;

/** A refresh is short and the machine swings: so many that their median holds still. The first ones are printed apart. */
const refreshRuns = 25;

async function refreshOfMillion(folder: string): Promise<number> {
  const { path } = await teamStore(folder, million);
  const changed = changeable(folder, path);
  const p50 = await refreshMs(changed, million / eventsPerLead, refreshRuns);
  rmSync(changed, { force: true });
  return p50;
}

/** The store of so many events, made where there is none. */
async function teamStore(
  folder: string,
  events: number,
): Promise<{ readonly path: string; readonly figures: readonly Figure[] }> {
  const path = join(process.env.SAMETEAM_BENCH_STORES ?? folder, `team-${events}.duckdb`);
  return { path, figures: existsSync(path) ? [] : await makeTeamStore(path, events / eventsPerLead) };
}

/** The store, or a copy of one that is never written. */
function changeable(folder: string, path: string): string {
  if (process.env.SAMETEAM_BENCH_STORES === undefined) return path;
  const changed = join(folder, 'changed.duckdb');
  copyFileSync(path, changed);
  return changed;
}

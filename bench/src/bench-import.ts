import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeLeadExport } from './lead-export.ts';
import { count, median, printFigures } from './table.ts';

interface Run {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakBytes: number;
  readonly accepted?: number;
  readonly spent?: Readonly<Record<string, number>>;
}

/** Least share of the rows per second of `read_csv`, and most memory. */
const goal = { share: 0.15, peakMegabytes: 900 };

/** The whole way of an import (parse, validate, deduplicate, append, commit) beside DuckDB's own `read_csv` insert. */
export async function benchImport(folder: string, rows: number, runs: number): Promise<void> {
  const file = join(folder, 'leads.csv');
  await writeLeadExport(file, rows);
  const measure = (script: string, name: string): Run => {
    const db = join(folder, `${name}.duckdb`);
    for (const suffix of ['', '.wal']) rmSync(`${db}${suffix}`, { force: true });
    // Under the conditions of this process, so that sources are measured where it runs from sources.
    const args = [...process.execArgv, join(import.meta.dirname, script), file, db];
    const output = execFileSync(process.execPath, args, { encoding: 'utf8' });
    return JSON.parse(output) as Run;
  };
  const peers: Run[] = [];
  const imports: Run[] = [];
  // In turn, so that both meet the same machine.
  for (let run = 0; run < runs; run++) {
    peers.push(measure('read-csv-child.ts', 'peer'));
    imports.push(measure('import-child.ts', 'own'));
  }
  const peer = rows / median(peers.map(({ seconds }) => seconds));
  const own = rows / median(imports.map(({ seconds, spent }) => seconds - (spent?.facts ?? 0) / 1000));
  const withFacts = rows / median(imports.map(({ seconds }) => seconds));
  const peak = Math.max(...imports.map(({ peakBytes }) => peakBytes)) / 1e6;
  const [sample] = imports;
  printFigures(`Import of ${count(rows)} rows of 9 columns (median of ${runs})`, [
    { what: 'read_csv insert of DuckDB', value: `${count(peer)} rows/s`, against: 'the peer', isMet: null },
    {
      what: 'sameteam import: parse, validate, deduplicate, append, commit',
      value: `${count(own)} rows/s`,
      against: `${(own / peer).toFixed(3)} of the peer; at least ${goal.share}`,
      isMet: own / peer >= goal.share,
    },
    {
      what: 'sameteam import, and the facts that reports read',
      value: `${count(withFacts)} rows/s`,
      against: `${(withFacts / peer).toFixed(3)} of the peer`,
      isMet: null,
    },
    {
      what: 'peak memory',
      value: `${Math.round(peak)} MB`,
      against: `at most ${goal.peakMegabytes} MB`,
      isMet: peak <= goal.peakMegabytes,
    },
    { what: 'processor time', value: `${sample?.cpuSeconds.toFixed(1)} s`, against: 'all threads', isMet: null },
    ...Object.entries(sample?.spent ?? {}).map(([stage, spent]) => ({
      what: `  main thread: ${stageNames[stage] ?? stage}`,
      value: `${(spent / 1000).toFixed(2)} s`,
      against: '',
      isMet: null,
    })),
  ]);
  if (sample?.accepted !== rows) throw new Error(`${sample?.accepted} of ${rows} rows were accepted`);
}

const stageNames: Readonly<Record<string, string>> = {
  read: 'waiting for threads that parse, map and validate',
  append: 'deduplicate and append',
  commit: 'commit',
  facts: 'make the facts',
};

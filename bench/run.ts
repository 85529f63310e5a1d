// npm run bench: every speed figure, beside its limit and its peers. `npm run bench -- import` runs one part.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { benchAgreement } from './src/bench-agreement.ts';
import { benchClickHouse } from './src/bench-clickhouse.ts';
import { benchDuckDb } from './src/bench-duckdb.ts';
import { benchImport } from './src/bench-import.ts';
import { benchMemory } from './src/bench-memory.ts';
import { benchValidate } from './src/bench-validate.ts';
import { benchValidateFile } from './src/bench-validate-file.ts';
import { benchWorkingTime } from './src/bench-working-time.ts';

const folder = mkdtempSync(join(tmpdir(), 'sameteam-bench-'));
const parts: Readonly<Record<string, () => Promise<void>>> = {
  import: () => benchImport(folder, 1_000_000, 5),
  'duckdb-1m': () =>
    benchDuckDb(folder, 1_000_000, { runs: 9, refreshMs: 100, ratio: null, planMs: null, compare: true }),
  'duckdb-10m': () =>
    benchDuckDb(folder, 10_000_000, { runs: 5, refreshMs: 250, ratio: 1.3, planMs: 1000, compare: true }),
  'duckdb-100m': () =>
    benchDuckDb(folder, 100_000_000, { runs: 3, refreshMs: 400, ratio: null, planMs: 3000, compare: false }),
  clickhouse: () => benchClickHouse(1_000_000, 5),
  memory: () => benchMemory(1_000_000, 11),
  agreement: () => benchAgreement(15),
  validate: () => benchValidate(6000, 11),
  'working-time': () => benchWorkingTime(1_000_000, 11),
  'validate-file': () => benchValidateFile(folder, 1e9),
};

/** One takes hours to make, and tens of GB; the other installs half a gigabyte first. */
const onlyWhenNamed: ReadonlySet<string> = new Set(['duckdb-100m', 'clickhouse']);

const asked = process.argv.slice(2);
const unknown = asked.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`There is no part "${unknown}". Parts are ${Object.keys(parts).join(', ')}.`);
  process.exitCode = 2;
} else {
  console.log(
    `Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB`,
  );
  try {
    for (const [name, run] of Object.entries(parts)) {
      if (asked.includes(name) || (asked.length === 0 && !onlyWhenNamed.has(name))) await run();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

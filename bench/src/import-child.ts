// Runs in a process of its own, so that its peak of memory is that of one import.
import { writeFileSync } from 'node:fs';
import { DuckDBConnection } from '@duckdb/node-api';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { defaultAgreement, importResources, importTables, prepareImport } from 'sameteam';
import { exportMap } from './lead-export.ts';

const [file = '', db = ''] = process.argv.slice(2);
const mapPath = `${db}.map.yaml`;
writeFileSync(mapPath, exportMap);
const spent: Record<string, number> = {};
let committingMs = 0;
const { run } = DuckDBConnection.prototype;
DuckDBConnection.prototype.run = async function (sql, ...rest) {
  const beganMs = performance.now();
  const result = await run.call(this, sql, ...rest);
  if (sql === 'COMMIT') committingMs += performance.now() - beganMs;
  return result;
};
const startMs = performance.now();
const prepared = await prepareImport([file], mapPath, { cwd: process.cwd() });
const engine = await openDuckDbEngine({ path: db, agreement: defaultAgreement, ...importResources() });
const quiet = { write: () => true, isTerminal: false, columns: 80 };
const result = await importTables(prepared, {
  engine,
  options: { json: true },
  context: {
    stderr: quiet,
    now: () => Date.now(),
    stop: new AbortController().signal,
  },
  spent: (stage, ms) => {
    spent[stage] = (spent[stage] ?? 0) + ms;
  },
});
await engine.close();
// `commit` makes the facts that reports read, and then commits.
spent.facts = (spent.commit ?? 0) - committingMs;
spent.commit = committingMs;
const seconds = (performance.now() - startMs) / 1000;
const cpu = process.cpuUsage();
process.stdout.write(
  JSON.stringify({
    ...result,
    seconds,
    spent,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
);

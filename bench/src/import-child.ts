// Runs in a process of its own, so that its peak of memory is that of one import.
import { writeFileSync } from 'node:fs';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { defaultAgreement, importResources, importTables, prepareImport } from 'sameteam';
import { exportMap } from './lead-export.ts';

const [file = '', db = ''] = process.argv.slice(2);
const mapPath = `${db}.map.yaml`;
writeFileSync(mapPath, exportMap);
const spent: Record<string, number> = {};
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

// DuckDB's own way: the same file, read and inserted into a table of text by `read_csv`, and committed.
import { DuckDBInstance } from '@duckdb/node-api';

const [file = '', db = ''] = process.argv.slice(2);
const startMs = performance.now();
const instance = await DuckDBInstance.create(db);
const connection = await instance.connect();
await connection.run(
  'CREATE TABLE leads (lead_id VARCHAR, created_at TIMESTAMP, email VARCHAR, first_name VARCHAR, company VARCHAR, country VARCHAR, channel VARCHAR, campaign VARCHAR, product VARCHAR)',
);
await connection.run('INSERT INTO leads SELECT * FROM read_csv($1, header = true)', [file]);
connection.closeSync();
instance.closeSync();
const cpu = process.cpuUsage();
process.stdout.write(
  JSON.stringify({
    seconds: (performance.now() - startMs) / 1000,
    cpuSeconds: (cpu.user + cpu.system) / 1e6,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
);

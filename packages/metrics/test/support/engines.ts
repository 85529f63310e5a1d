import type { Agreement, AgreementHistory } from '@sameteam/agreement';
import { createMemoryEngine, type Engine, type MetricDefinition } from '@sameteam/metrics';

/** What an engine is opened with beside its agreement. */
export interface TestedOptions {
  /** Which version bound when; without it nothing binds, and the agreement judges everything. */
  readonly history?: AgreementHistory;
  /** Own metrics. */
  readonly metrics?: readonly MetricDefinition[];
}

/** An engine that the contract holds for. */
export interface TestedEngine {
  readonly name: Awaited<ReturnType<Engine['status']>>['engine'];
  readonly open: (agreement: Agreement, options?: TestedOptions) => Promise<Engine>;
}

/** Every engine that the contract holds for; the driver of each is loaded when it is needed. */
const all: readonly TestedEngine[] = [
  { name: 'memory', open: async (agreement, options) => createMemoryEngine({ agreement, ...options }) },
  {
    name: 'duckdb',
    async open(agreement, options) {
      const { openDuckDbEngine } = await import('@sameteam/metrics/duckdb');
      return openDuckDbEngine({ path: ':memory:', agreement, ...options, threads: 1 });
    },
  },
  {
    name: 'clickhouse',
    async open(agreement, options) {
      const { openChdbEngine } = await import('../clickhouse/support/chdb-engine.ts');
      return openChdbEngine({ agreement, ...options });
    },
  },
];

/**
 * Those that are tested: what SAMETEAM_ENGINES names, with commas between. ClickHouse in process takes half a gigabyte and
 * is not among those of `npm test`; `npm run test:clickhouse` installs it and names it.
 */
const wanted = (process.env.SAMETEAM_ENGINES ?? 'memory,duckdb').split(',');

/** Every engine that a test is run on. */
export const engines: readonly TestedEngine[] = all.filter(({ name }) => wanted.includes(name));

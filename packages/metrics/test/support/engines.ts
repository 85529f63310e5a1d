import type { Agreement, AgreementHistory } from '@sameteam/agreement';
import { createMemoryEngine, type Engine } from '@sameteam/metrics';

/** An engine that the contract holds for. */
export interface TestedEngine {
  readonly name: Awaited<ReturnType<Engine['status']>>['engine'];
  /** @param history which version bound when; without it nothing binds, and the agreement judges everything */
  readonly open: (agreement: Agreement, history?: AgreementHistory) => Promise<Engine>;
}

/** Every engine that the contract holds for; the driver of each is loaded when it is needed. */
const all: readonly TestedEngine[] = [
  {
    name: 'memory',
    open: async (agreement, history) =>
      createMemoryEngine({ agreement, ...(history === undefined ? {} : { history }) }),
  },
  {
    name: 'duckdb',
    async open(agreement, history) {
      const { openDuckDbEngine } = await import('@sameteam/metrics/duckdb');
      return openDuckDbEngine({ path: ':memory:', agreement, history, threads: 1 });
    },
  },
  {
    name: 'clickhouse',
    async open(agreement) {
      const { openChdbEngine } = await import('../clickhouse/support/chdb-engine.ts');
      return openChdbEngine({ agreement });
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

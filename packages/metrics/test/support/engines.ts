import type { Agreement } from '@sameteam/agreement';
import { createMemoryEngine, type Engine } from '@sameteam/metrics';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';

/** An engine that the contract holds for. */
export interface TestedEngine {
  readonly name: 'memory' | 'duckdb';
  readonly open: (agreement: Agreement) => Promise<Engine>;
}

/** Every engine that the contract holds for. */
export const engines: readonly TestedEngine[] = [
  { name: 'memory', open: async (agreement) => createMemoryEngine({ agreement }) },
  { name: 'duckdb', open: (agreement) => openDuckDbEngine({ path: ':memory:', agreement, threads: 1 }) },
];

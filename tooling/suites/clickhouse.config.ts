import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const conditions = ['@sameteam/source', 'module', 'import', 'default'];

/**
 * The contract of engines on ClickHouse in process, beside the memory engine that it is compared with, and what is
 * ClickHouse's own. It installs half a gigabyte first: no part of `npm test`.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['node'] } },
  test: {
    name: 'clickhouse',
    environment: 'node',
    maxWorkers: '100%',
    env: {
      SAMETEAM_ENGINES: 'memory,clickhouse',
      SAMETEAM_RANDOM_LOGS: process.env.SAMETEAM_RANDOM_LOGS ?? '300',
      SAMETEAM_RANDOM_PLANS: process.env.SAMETEAM_RANDOM_PLANS ?? '4',
    },
    globalSetup: ['packages/metrics/test/clickhouse/support/install-chdb.ts'],
    include: ['packages/metrics/test/contract/**/*.test.ts', 'packages/metrics/test/clickhouse/**/*.clickhouse.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});

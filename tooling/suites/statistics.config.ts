import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const conditions = ['@sameteam/source', 'module', 'import', 'default'];

/** Long simulations with figures. They are no part of `npm test`, and `.ci/run` runs them after it. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['node'] } },
  test: {
    name: 'statistics',
    environment: 'node',
    maxWorkers: '100%',
    include: ['packages/*/test/statistics/**/*.statistics.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // Figures are to be read as they are printed, without a heading for each line.
    disableConsoleIntercept: true,
    testTimeout: 300_000,
  },
});

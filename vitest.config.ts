import { defineConfig } from 'vitest/config';

const conditions = ['@sameteam/source', 'module', 'import', 'default'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['node'] } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // vitest leaves one core free, which is half of a machine of two. It starts the longest files first by itself:
          // by the times of the last run, or by size in a fresh clone.
          maxWorkers: '100%',
          // Files of one worker share what they import: to load a package anew for each of hundreds of files took longer
          // than to run most of them. So a test leaves nothing behind: no mock, no global, no working folder.
          isolate: false,
          // Projects that run together must agree on their workers.
          sequence: { groupOrder: 1 },
          include: [
            'packages/*/src/**/*.test.ts',
            'packages/*/test/**/*.test.ts',
            'tooling/**/*.test.ts',
            'examples/**/*.test.ts',
          ],
          exclude: [
            'packages/widgets/**',
            '**/node_modules/**',
            '**/dist/**',
            '**/fixtures/**',
            '**/*.browser.test.ts',
          ],
          // Two cores may run a build, a browser and a database beside a test.
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      // The `browser` project: packages/widgets/vitest.config.ts.
      'packages/*/vitest.config.ts',
    ],
  },
});

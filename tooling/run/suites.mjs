// @ts-check

/**
 * What `.ci/run` runs, in this order, each by its script in package.json: `npm run <script>`. A suite with a configuration
 * of vitest is run by tooling/suite.mjs. A new one is an entry here, a script and a configuration in tooling/suites.
 * @type {readonly { readonly script: string, readonly config?: string }[]}
 */
export const suites = [
  { script: 'test' },
  { script: 'test:statistics', config: 'tooling/suites/statistics.config.ts' },
  { script: 'test:clickhouse', config: 'tooling/suites/clickhouse.config.ts' },
];

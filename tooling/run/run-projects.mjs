// @ts-check

/** @typedef {import('./tally-reporter.mjs').Tally} Tally */
/** @typedef {'node' | 'browser'} Project */

/**
 * Runs the tests of both projects in the same browser: tests of the page need it beside their server, which is a
 * matter of Node. Without one, the tests of Node run all the same, and those that need it fail by name.
 * @param {{
 *   findBrowser: () => Promise<string | null>,
 *   runTests: (project: Project, env: NodeJS.ProcessEnv) => Promise<Tally>,
 *   env: NodeJS.ProcessEnv,
 * }} options `findBrowser` tells and counts by itself why there is none
 * @returns {Promise<readonly Tally[]>}
 */
export async function runProjects({ findBrowser, runTests, env }) {
  const browser = await findBrowser();
  if (browser === null) return [await runTests('node', env)];
  const withBrowser = { ...env, SAMETEAM_CHROMIUM: browser };
  return [await runTests('node', withBrowser), await runTests('browser', withBrowser)];
}

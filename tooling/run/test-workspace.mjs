// @ts-check
// Plain JavaScript with nothing but Node's own modules, since nothing is installed yet when it begins.
import { join } from 'node:path';
import { build, needsBuild, toolEnvironment } from './build.mjs';
import { findBrowser, installBrowser } from './find-browser.mjs';
import { findNode } from './find-node.mjs';
import { install, needsInstall } from './install.mjs';
import { onStop } from './on-stop.mjs';
import { PlainError } from './plain-error.mjs';
import { root } from './root.mjs';
import { runCommand, StoppedError, stopCommands } from './run-command.mjs';
import { runProjects } from './run-projects.mjs';
import { runVitest } from './run-vitest.mjs';
import { step } from './step.mjs';
import { check, sum } from './tally.mjs';
import { endSuite } from './total.mjs';

/** @typedef {import('./tally-reporter.mjs').Tally} Tally */

const terminal = process.stdout;
/** @type {Tally[]} */
const tallies = [];

onStop(async (signal) => {
  await stopCommands(signal);
  process.exit(130);
});

async function test() {
  if (needsInstall(root)) await step('installing packages', () => install(root), { terminal });
  const node = findNode(root);
  const env = toolEnvironment(root);
  const tool = (/** @type {string} */ path) => join(root, 'node_modules', path);

  await checked('building', async () => {
    if (needsBuild(root)) await build(root, node);
  });
  await checked('checking types', () => run(node, [tool('typescript/bin/tsc'), '-p', 'tsconfig.json'], env));
  await checked('checking style', () => run(node, [tool('@biomejs/biome/bin/biome'), 'ci', '--colors=off', '.'], env));

  const ran = await runProjects({
    env,
    findBrowser: () => browserOrFailure(node, env),
    runTests: (project, environment) =>
      runVitest([`--project=${project}`], { name: project, node, env: environment, terminal }),
  });
  tallies.push(...ran);
}

/**
 * A step that is no test: it counts as one, and a failure does not keep the others from running.
 * @param {string} name
 * @param {() => Promise<unknown>} work
 */
async function checked(name, work) {
  try {
    await step(name, work, { terminal });
    tallies.push(check(true));
  } catch (error) {
    tell(error);
    tallies.push(check(false));
  }
}

/**
 * @param {string} node
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function run(node, args, env) {
  const { code, output } = await runCommand(node, args, { cwd: root, env });
  if (code !== 0) throw new PlainError('', { details: output });
}

/**
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string | null>}
 */
async function browserOrFailure(node, env) {
  try {
    const found = findBrowser();
    return found ?? (await step('installing a browser', () => installBrowser(root, node, env), { terminal }));
  } catch (error) {
    tell(error);
    tallies.push(check(false));
    return null;
  }
}

/** @param {unknown} error */
function tell(error) {
  if (!(error instanceof PlainError)) throw error;
  if (error.details) terminal.write(`${error.details.trimEnd()}\n`);
  if (error.message) terminal.write(`${error.message}\n`);
}

try {
  await test();
} catch (error) {
  if (error instanceof StoppedError) process.exit(130);
  tell(error);
  tallies.push(check(false));
}
process.exitCode = endSuite(sum(tallies), { terminal, env: process.env });

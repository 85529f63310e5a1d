// @ts-check
// Plain JavaScript with nothing but Node's own modules, since nothing is installed yet when it begins.
import { toolEnvironment } from './build.mjs';
import { findNode } from './find-node.mjs';
import { install, needsInstall } from './install.mjs';
import { onStop } from './on-stop.mjs';
import { PlainError } from './plain-error.mjs';
import { root } from './root.mjs';
import { StoppedError, stopCommands } from './run-command.mjs';
import { runVitest } from './run-vitest.mjs';
import { step } from './step.mjs';
import { suites } from './suites.mjs';
import { check } from './tally.mjs';
import { endSuite } from './total.mjs';

const terminal = process.stdout;
const [, , script = ''] = process.argv;

onStop(async (signal) => {
  await stopCommands(signal);
  process.exit(130);
});

async function run() {
  const config = suites.find((suite) => suite.script === script)?.config;
  if (config === undefined) {
    const known = suites.flatMap((suite) => (suite.config === undefined ? [] : [suite.script]));
    throw new PlainError(`There is no suite "${script}" with tests of its own. Give one of: ${known.join(', ')}.`);
  }
  if (needsInstall(root)) await step('installing packages', () => install(root), { terminal });
  return runVitest([`--config=${config}`], {
    name: script,
    node: findNode(root),
    env: toolEnvironment(root),
    terminal,
  });
}

try {
  process.exitCode = endSuite(await run(), { terminal, env: process.env });
} catch (error) {
  if (error instanceof StoppedError) process.exit(130);
  if (!(error instanceof PlainError)) throw error;
  terminal.write(`${error.details ? `${error.details.trimEnd()}\n` : ''}${error.message}\n`);
  process.exitCode = endSuite(check(false), { terminal, env: process.env });
}

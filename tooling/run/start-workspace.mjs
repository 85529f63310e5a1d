// @ts-check
// Plain JavaScript with nothing but Node's own modules, since nothing is installed yet when it begins; what follows
// runs on the Node that it installs.
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build, needsBuild, toolEnvironment } from './build.mjs';
import { checkPort } from './check-port.mjs';
import { findNode } from './find-node.mjs';
import { install, needsInstall } from './install.mjs';
import { onStop } from './on-stop.mjs';
import { PlainError } from './plain-error.mjs';
import { root } from './root.mjs';
import { runCommand, StoppedError, stopCommands } from './run-command.mjs';
import { serve } from './serve.mjs';
import { demoDatabase, parseStartOptions, startHelp } from './start-options.mjs';
import { step } from './step.mjs';

const terminal = process.stderr;
/** @type {(() => void) | null} */
let stopServing = null;
let isInterrupted = false;

onStop((signal) => {
  isInterrupted = true;
  if (stopServing) stopServing();
  else void stopCommands(signal);
});

/** @param {readonly string[]} args */
async function start(args) {
  const options = parseStartOptions(args);
  if (options.help) {
    process.stdout.write(startHelp);
    return 0;
  }
  if (options.db && !existsSync(options.db)) {
    throw new PlainError(
      `Cannot serve ${options.db}: there is no such file. Make it with \`npx sameteam import FILE --guess --db ${options.db}\`, or leave --db out for the simulated company.`,
    );
  }
  await checkPort(options.port, options.host);
  if (needsInstall(root)) await phase('installing packages', () => install(root));
  const node = findNode(root);
  if (needsBuild(root)) await phase('building', () => build(root, node));
  const command = join(root, 'packages', 'cli', 'bin', 'sameteam.mjs');
  const db = options.db ?? join(root, demoDatabase);
  if (!options.db && !existsSync(db)) {
    await phase('making the simulated company', () => makeDemo(node, command, db));
  }
  const serveArgs = [
    'serve',
    '--db',
    relative(process.cwd(), db) || db,
    '--port',
    String(options.port),
    '--host',
    options.host,
  ];
  if (options.agreement) serveArgs.push('--agreement', options.agreement);
  if (isInterrupted) return 130;
  return serve(node, [command, ...serveArgs], {
    cwd: process.cwd(),
    env: toolEnvironment(root),
    onStop: (stop) => {
      stopServing = stop;
    },
  });
}

/**
 * @param {string} name
 * @param {() => Promise<void>} work
 */
async function phase(name, work) {
  if (isInterrupted) throw new StoppedError();
  await step(name, work, { terminal });
}

/**
 * @param {string} node
 * @param {string} command
 * @param {string} db
 */
async function makeDemo(node, command, db) {
  const result = await runCommand(node, [command, 'demo', '--db', db], { cwd: root, env: toolEnvironment(root) });
  if (result.code === 0) return;
  throw new PlainError(
    result.output.trim() || `Cannot make the simulated company: the command ended with code ${result.code}.`,
  );
}

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  if (isInterrupted) {
    process.exitCode = 130;
  } else if (error instanceof PlainError) {
    if (error.details) terminal.write(`${error.details.trimEnd()}\n`);
    terminal.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  } else {
    throw error;
  }
}

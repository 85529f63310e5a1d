// @ts-check
// Plain JavaScript with nothing but Node's own modules, since nothing is installed yet when it begins.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onStop } from './on-stop.mjs';
import { root } from './root.mjs';
import { runCommand, StoppedError, stopCommands } from './run-command.mjs';
import { runSuites } from './run-suites.mjs';
import { suites } from './suites.mjs';
import { sum, summary } from './tally.mjs';
import { readTotal } from './total.mjs';

const terminal = process.stdout;
const folder = mkdtempSync(join(tmpdir(), 'sameteam-total-'));
const path = join(folder, 'total.json');

onStop(async (signal) => {
  await stopCommands(signal);
  process.exit(130);
});

/** @param {string} script */
async function runSuite(script) {
  const { code } = await runCommand('npm', ['run', '--silent', script], {
    cwd: root,
    env: { ...process.env, SAMETEAM_TOTAL: path },
    show: true,
  });
  return readTotal(path, code);
}

try {
  const total = sum(await runSuites(suites, { runSuite, terminal }));
  // Each suite has told why it skipped what it did: the last line is for the counts alone.
  terminal.write(summary(total).split('\n').slice(-2).join('\n'));
  process.exitCode = total.failed === 0 ? 0 : 1;
} catch (error) {
  if (error instanceof StoppedError) process.exit(130);
  throw error;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

// @ts-check
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './root.mjs';
import { runCommand } from './run-command.mjs';
import { readTally } from './tally.mjs';

/** @typedef {import('./tally-reporter.mjs').Tally} Tally */

/**
 * Runs a part of the tests in a process of its own, shows what it prints, and counts.
 * @param {readonly string[]} selection arguments of vitest, such as `--project=node`
 * @param {{ name: string, node: string, env: NodeJS.ProcessEnv, terminal: import('./step.mjs').Terminal }} options `name`
 *   says which tests they are; `node` is the path of the Node that runs them
 * @returns {Promise<Tally>} one failure when the run was not counted
 */
export async function runVitest(selection, { name, node, env, terminal }) {
  const folder = mkdtempSync(join(tmpdir(), 'sameteam-tally-'));
  const path = join(folder, 'tally.json');
  const args = [
    join(root, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    ...selection,
    '--reporter=default',
    `--reporter=${join(root, 'tooling', 'run', 'tally-reporter.mjs')}`,
  ];
  const { code, signal } = await runCommand(node, args, {
    cwd: root,
    env: { ...env, SAMETEAM_TALLY: path },
    show: true,
  });
  if (!existsSync(path)) {
    const how = signal === null ? `with code ${code}` : `by ${signal}`;
    terminal.write(
      `\nThe tests of "${name}" ended early, ${how}, and were not counted. Look at what stands above, then run them alone: npx vitest run ${selection.join(' ')}\n`,
    );
  }
  const tally = readTally(path, code);
  rmSync(folder, { recursive: true, force: true });
  return tally;
}

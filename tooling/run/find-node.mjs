// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from './plain-error.mjs';

/** What the packages need: type stripping without a flag, and `node:sqlite` later. */
const least = /** @type {const} */ ([22, 18]);

/**
 * The Node that runs the workspace: the pinned one, else the machine's own if it is new enough.
 * @param {string} root
 * @returns {string} path of an executable
 * @throws {PlainError} when neither is there
 */
export function findNode(root) {
  const pinned = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(pinned)) return pinned;
  if (isRecent(process.versions.node)) return process.execPath;
  throw new PlainError(
    `Cannot run on Node ${process.versions.node}: ${least.join('.')} or newer is needed, and the pinned one is not in node_modules/node. ` +
      'Run `npm rebuild node` (npm must be allowed to run install scripts), or install Node 24.',
  );
}

/**
 * @param {string} version such as `20.20.2`
 * @returns {boolean}
 */
export function isRecent(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > least[0] || (major === least[0] && minor >= least[1]);
}

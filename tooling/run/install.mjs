// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { PlainError } from './plain-error.mjs';
import { runCommand } from './run-command.mjs';

/** @typedef {Record<string, { version?: string, link?: boolean, optional?: boolean, devOptional?: boolean, peer?: boolean }>} LockedPackages */

/**
 * Whether what lies in node_modules is not what package-lock.json asks for. Contents are compared rather than dates,
 * since a checkout touches the one and an install writes both.
 * @param {string} root
 * @returns {boolean}
 */
export function needsInstall(root) {
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  const locked = readPackages(join(root, 'package-lock.json'));
  if (!installed) return true;
  if (!locked) return false;
  return Object.entries(locked).some(([path, entry]) => {
    const isLeftOutElsewhere = entry.optional || entry.devOptional || entry.peer;
    if (!path.includes('node_modules/') || isLeftOutElsewhere) return false;
    const found = installed[path];
    return !found || found.version !== entry.version || Boolean(found.link) !== Boolean(entry.link);
  });
}

/**
 * @param {string} path
 * @returns {LockedPackages | null}
 */
function readPackages(path) {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/**
 * Installs exactly what package-lock.json names.
 * @param {string} root
 */
export async function install(root) {
  // The Node of the workspace lies in the folder that `npm ci` deletes first: run npm by the machine's own.
  const bin = join(root, 'node_modules', '.bin');
  const path = (process.env.PATH ?? '').split(delimiter).filter((it) => it !== bin && !it.includes('node-gyp-bin'));
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = await runCommand('npm', args, {
    cwd: root,
    env: { ...process.env, PATH: path.join(delimiter) },
  }).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
    throw new PlainError('Cannot install: npm was not found. Install Node 20 or newer with npm, then try again.', {
      cause: error,
    });
  });
  if (result.code === 0) return;
  const isOffline = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|network/i.test(result.output);
  const why = isOffline
    ? 'the package registry could not be reached'
    : `npm ci ended with code ${result.code ?? result.signal}`;
  const remedy = isOffline
    ? 'Check the network (and the proxy, if there is one), then try again.'
    : 'Its output is above; run `npm ci` by hand to see all of it.';
  throw new PlainError(`Cannot install: ${why}. ${remedy}`, { details: result.output });
}

// @ts-check
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { PlainError } from './plain-error.mjs';
import { runCommand, StoppedError } from './run-command.mjs';

/** @type {Readonly<Record<string, readonly string[]>>} */
const usualPlaces = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  ],
};

/** Where an executable lies below a folder `chromium-NNNN` of Playwright's cache. */
const inPlaywrightFolder = [
  'chrome-linux64/chrome',
  'chrome-linux/chrome',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
  'chrome-win64/chrome.exe',
  'chrome-win/chrome.exe',
];

/**
 * A Chromium that is on the machine: the one that SAMETEAM_CHROMIUM names, one in a usual place, or Playwright's own.
 * @param {{ env?: NodeJS.ProcessEnv, platform?: string, home?: string, exists?: (path: string) => boolean, list?: (path: string) => readonly string[] }} [world]
 * @returns {string | null} path of an executable
 * @throws {PlainError} when SAMETEAM_CHROMIUM names a file that does not exist
 */
export function findBrowser(world = {}) {
  const {
    env = process.env,
    platform = process.platform,
    home = homedir(),
    exists = existsSync,
    list = listFolder,
  } = world;
  const named = env.SAMETEAM_CHROMIUM;
  if (named) {
    if (exists(named)) return named;
    throw new PlainError(
      `Cannot run the browser tests: SAMETEAM_CHROMIUM names ${named}, which does not exist. Correct or unset it.`,
    );
  }
  const usual = (usualPlaces[platform] ?? []).find((path) => exists(path));
  if (usual) return usual;
  const cache = playwrightCache(env, platform, home);
  const newestFirst = list(cache)
    .filter((name) => /^chromium-\d+$/.test(name))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  for (const folder of newestFirst) {
    const path = inPlaywrightFolder.map((it) => join(cache, folder, it)).find((it) => exists(it));
    if (path) return path;
  }
  return null;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} platform
 * @param {string} home
 */
function playwrightCache(env, platform, home) {
  if (env.PLAYWRIGHT_BROWSERS_PATH) return env.PLAYWRIGHT_BROWSERS_PATH;
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'ms-playwright');
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'ms-playwright');
  return join(env.XDG_CACHE_HOME ?? join(home, '.cache'), 'ms-playwright');
}

/** @param {string} path */
function listFolder(path) {
  return existsSync(path) ? readdirSync(path) : [];
}

/**
 * Installs a Chromium: by Playwright, else by the package manager of Debian when this user may.
 * @param {string} root
 * @param {string} node
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<string>} path of an executable
 * @throws {PlainError} naming what to install by hand
 */
export async function installBrowser(root, node, env) {
  const playwright = join(root, 'node_modules', 'playwright-core', 'cli.js');
  const attempts = [[node, playwright, 'install', 'chromium']];
  if (isDebian() && process.getuid?.() === 0) {
    attempts.push(['apt-get', 'update'], ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium']);
  }
  for (const [command = '', ...args] of attempts) {
    const environment = { ...env, DEBIAN_FRONTEND: 'noninteractive' };
    // A package manager that is killed leaves half a package behind.
    await runCommand(command, args, { cwd: root, env: environment, graceMs: 60_000 }).catch((error) => {
      if (error instanceof StoppedError) throw error;
    });
    const found = findBrowser();
    if (found && (await starts(found, root))) return found;
  }
  throw new PlainError(
    'Cannot run the browser tests: no Chromium was found and none could be installed. Install Chromium or Chrome, or name one: SAMETEAM_CHROMIUM=/path/to/chromium npm test',
  );
}

/**
 * Playwright's download lacks system libraries on a bare machine: it is there, and does not start.
 * @param {string} browser
 * @param {string} cwd
 */
async function starts(browser, cwd) {
  const result = await runCommand(browser, ['--version'], { cwd }).catch(() => null);
  return result?.code === 0;
}

function isDebian() {
  return (
    existsSync('/etc/os-release') && /^(ID|ID_LIKE)=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  );
}

// @ts-check
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { delimiter, join, relative } from 'node:path';
import { PlainError } from './plain-error.mjs';
import { runCommand } from './run-command.mjs';

const notInputs = new Set(['node_modules', 'dist', '.turbo', 'test', '.vitest-attachments', '__screenshots__']);

/**
 * Everything that a build reads, as one digest of paths, sizes and dates. Reading contents is turbo's work: this only
 * decides whether turbo has to be asked.
 * @param {string} root
 * @returns {string} hexadecimal
 */
export function buildDigest(root) {
  const hash = createHash('sha256');
  const add = (/** @type {string} */ file) => {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)}\0${size}\0${mtimeMs}\n`);
  };
  for (const name of ['package-lock.json', 'tsconfig.base.json', 'turbo.json']) add(join(root, name));
  for (const folder of packageFolders(root)) for (const file of inputsIn(folder)) add(file);
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @returns {readonly string[]} folders of the packages, sorted
 */
function packageFolders(root) {
  return readdirSync(join(root, 'packages'))
    .sort()
    .map((name) => join(root, 'packages', name))
    .filter((folder) => existsSync(join(folder, 'package.json')));
}

/**
 * @param {string} folder
 * @returns {readonly string[]}
 */
function inputsIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((it) => !notInputs.has(it.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((it) => {
      const path = join(folder, it.name);
      if (it.isDirectory()) return inputsIn(path);
      return /\.test\.ts$|\.md$|^vitest\.config\.ts$/.test(it.name) ? [] : [path];
    });
}

/** @param {string} root */
const stampPath = (root) => join(root, 'node_modules', '.cache', 'sameteam', 'build.stamp');

/**
 * Whether something changed since the last build, or a package has no build.
 * @param {string} root
 * @returns {boolean}
 */
export function needsBuild(root) {
  if (packageFolders(root).some((folder) => !existsSync(join(folder, 'dist')))) return true;
  const stamp = stampPath(root);
  return !existsSync(stamp) || readFileSync(stamp, 'utf8') !== buildDigest(root);
}

/**
 * Builds every package whose inputs changed, in the order of the arrows.
 * @param {string} root
 * @param {string} node path of the Node that runs the tools
 */
export async function build(root, node) {
  const digest = buildDigest(root);
  // What an interrupted build leaves must not pass for the build of any sources.
  rmSync(stampPath(root), { force: true });
  const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo');
  if (!existsSync(turbo)) {
    throw new PlainError('Cannot build: turbo is not installed. Run `npm ci`, then try again.');
  }
  const result = await runCommand(node, [turbo, 'run', 'build', '--output-logs=errors-only', '--no-color'], {
    cwd: root,
    env: toolEnvironment(root),
  });
  if (result.code !== 0) {
    throw new PlainError(
      'Cannot build: a package does not compile. Its output is above; `npm run build` shows it again.',
      {
        details: result.output,
      },
    );
  }
  mkdirSync(join(stampPath(root), '..'), { recursive: true });
  writeFileSync(stampPath(root), digest);
}

/**
 * Environment in which the tools of the workspace find each other and report nothing home.
 * @param {string} root
 * @returns {NodeJS.ProcessEnv}
 */
export function toolEnvironment(root) {
  return {
    ...process.env,
    PATH: [join(root, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    TURBO_NO_UPDATE_NOTIFIER: '1',
    DO_NOT_TRACK: '1',
  };
}

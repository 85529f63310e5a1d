// @ts-check

/** Oldest Node on which the commands of the workspace begin; what they start runs on the Node that they install. */
const least = 18;

/**
 * Loads a command, or says in one sentence that Node is too old for it. Loading comes after the look at the version,
 * since an old Node stops at the first import that it does not know.
 * @param {string} what such as `start`
 * @param {() => Promise<unknown>} load
 * @param {string} [version]
 */
export async function requireNode(what, load, version = process.versions.node) {
  if (Number(version.split('.')[0]) >= least) {
    await load();
    return;
  }
  process.stderr.write(
    `Cannot ${what}: Node ${version} is too old. Install Node 24 (at least ${least}) with npm, then try again.\n`,
  );
  process.exitCode = 1;
}

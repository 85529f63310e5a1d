/** A package in package-lock.json, as far as it matters here. */
export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package-lock.json. */
export interface LockFile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

/** An optional dependency that a lock file names and does not describe. */
export interface MissingOptional {
  /** Path of the package that wants it. */
  readonly parent: string;
  readonly name: string;
  /** As wanted; these packages pin it. */
  readonly version: string;
}

/**
 * Optional dependencies without an entry of their own. npm leaves an entry out where its registry does not hold the
 * package, as mirrors do with what is made for another system; `npm ci` then refuses the file on every system.
 */
export function missingOptionals({ packages }: LockFile): readonly MissingOptional[] {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies }]) =>
    Object.entries(optionalDependencies ?? {})
      .filter(([name]) => !isLocked(packages, parent, name))
      .map(([name, version]) => ({ parent, name, version })),
  );
}

function isLocked(packages: LockFile['packages'], parent: string, name: string): boolean {
  for (let folder = parent; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
    if (!folder.includes('/node_modules/')) return `node_modules/${name}` in packages;
  }
}

/**
 * The lock file with an entry for each optional dependency, so that `npm ci` takes it. System and processor are read
 * from the name, as `@scope/tool-linux-x64-musl` has them.
 * @throws Error for a version that is not pinned or a name that does not say for which system it is
 */
export function completeLock<Lock extends LockFile>(lock: Lock): Lock {
  const added = missingOptionals(lock).map(({ parent, name, version }) => {
    if (!/^\d+\.\d+\.\d+/.test(version))
      throw new Error(`Cannot lock ${name}: ${parent} wants "${version}", not one version.`);
    const isDev = lock.packages[parent]?.dev === true;
    const { cpu, libc, os } = platformOf(name);
    // The order in which npm writes them.
    const entry: LockedPackage = {
      version,
      cpu,
      ...(isDev ? { dev: true } : {}),
      ...(libc ? { libc } : {}),
      optional: true,
      os,
    };
    return [`node_modules/${name}`, entry] as const;
  });
  const entries = [...Object.entries(lock.packages), ...added].sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(entries) };
}

const systems = ['android', 'darwin', 'linux', 'win32', 'windows', 'freebsd', 'openbsd', 'openharmony'];
const processors = ['arm64', 'arm', 'x64', '64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x'];

/** @example platformOf('@rollup/rollup-linux-x64-musl') // { cpu: ['x64'], libc: ['musl'], os: ['linux'] } */
export function platformOf(name: string): Required<Pick<LockedPackage, 'os' | 'cpu'>> & Pick<LockedPackage, 'libc'> {
  const words = name.split(/[-/]/);
  const os = systems.find((it) => words.includes(it));
  const cpu = processors.find((it) => words.includes(it));
  if (os === undefined || cpu === undefined)
    throw new Error(`Cannot lock ${name}: its name does not say for which system it is.`);
  const libc =
    os !== 'linux'
      ? null
      : words.some((it) => it.startsWith('musl'))
        ? 'musl'
        : words.some((it) => it.startsWith('gnu'))
          ? 'glibc'
          : null;
  return {
    cpu: [cpu === '64' ? 'x64' : cpu],
    ...(libc === null ? {} : { libc: [libc] }),
    os: [os === 'windows' ? 'win32' : os],
  };
}

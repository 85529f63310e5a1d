import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../chdb/', import.meta.url));

/** Installs ClickHouse in process where it is not, exactly as its lock file names it. */
export default function installChdb(): void {
  if (installed() === locked()) return;
  process.stdout.write('installing ClickHouse in process (chdb, half a gigabyte) …\n');
  // `npm ci` would refuse the lock file: npm keeps only the binary of the machine on which it was written.
  const { status, error, stderr, stdout } = spawnSync(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: folder,
      encoding: 'utf8',
    },
  );
  if (status === 0 && installed() === locked()) return;
  const why = error?.message ?? `npm install ended with code ${status}:\n${stderr || stdout}`;
  throw new Error(
    `Cannot test ClickHouse: chdb could not be installed in ${folder}. ${why.trim()}\nCheck the network and the free space (600 MB), then run npm run test:clickhouse again.`,
  );
}

/** Versions of what is installed, or is to be. */
function installed(): string | null {
  return versions(`${folder}node_modules/.package-lock.json`);
}

function locked(): string | null {
  return versions(`${folder}package-lock.json`);
}

function versions(path: string): string | null {
  if (!existsSync(path)) return null;
  const { packages } = JSON.parse(readFileSync(path, 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version?: string }>>;
  };
  return packages['node_modules/chdb']?.version ?? null;
}

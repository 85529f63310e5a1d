import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, Readonly<Record<string, string>> | string>>;
}

const packages = readdirSync(join(root, 'packages'))
  .filter((folder) => existsSync(join(root, 'packages', folder, 'package.json')))
  .map((folder) => {
    const manifest = JSON.parse(readFileSync(join(root, 'packages', folder, 'package.json'), 'utf8')) as Manifest;
    return { folder, path: join(root, 'packages', folder), manifest };
  })
  .filter(({ manifest }) => !manifest.private);

/** Subpaths that are code, as a consumer imports them. */
const importable = packages.flatMap(({ manifest }) =>
  Object.entries(manifest.exports ?? {})
    .filter(([subpath, target]) => typeof target === 'object' && 'types' in target && !subpath.includes('*'))
    .map(([subpath]) => `${manifest.name}${subpath.slice(1)}`),
);

describe.each(packages)('packages/$folder', ({ path, manifest }) => {
  it('is fit to be published', async () => {
    expect(existsSync(join(path, 'dist')), 'it has not been built: npm run build').toBe(true);
    const { messages, pkg } = await publint({ pkgDir: path, level: 'suggestion', pack: 'npm' });
    expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
  });

  it('lists its exports in order: the root, then by name; source, types, default', () => {
    const subpaths = Object.keys(manifest.exports ?? {});
    expect(subpaths).toEqual([...subpaths].sort());
    for (const target of Object.values(manifest.exports ?? {})) {
      if (typeof target === 'string') continue;
      const order = ['@sameteam/source', 'types', 'default'];
      expect(Object.keys(target)).toEqual(order.filter((condition) => condition in target));
    }
  });
});

describe('what is built', () => {
  it('can be imported by a TypeScript project that knows nothing of this workspace', async () => {
    const cache = join(root, '.sameteam');
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, 'consumer-'));
    try {
      const lines = importable.map(
        (specifier, index) => `import * as it${index} from '${specifier}';\nvoid it${index};\n`,
      );
      writeFileSync(join(folder, 'consumer.ts'), lines.join(''));
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
      const compilerOptions = {
        module: 'nodenext',
        target: 'es2023',
        lib: ['es2023', 'dom', 'dom.iterable'],
        types: ['node'],
        strict: true,
        noEmit: true,
        skipLibCheck: true,
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }));
      const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
      const { stdout } = await promisify(execFile)(process.execPath, [tsc, '-p', folder]).catch(
        (error: { readonly stdout: string }) => error,
      );
      expect(stdout).toBe('');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

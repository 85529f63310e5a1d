import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findPrivateAddresses } from './private-addresses.ts';
import { repositoryFiles } from './repository-files.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');

function registryHost(): string | null {
  const url = execFileSync('npm', ['config', 'get', 'registry', '--loglevel=silent'], { cwd: root, encoding: 'utf8' });
  const host = URL.canParse(url.trim()) ? new URL(url.trim()).host : '';
  return host === '' || host === 'registry.npmjs.org' ? null : host;
}

describe('the repository', () => {
  it('names no machine and no private registry', (context) => {
    const files = repositoryFiles(root);
    if (!files) return context.skip('this is not a git checkout, so nobody knows which files are published');
    // A checkout right below / (`/app`) has a name too common to look for.
    const own = [root.split('/').length > 2 ? `${root}/` : null, registryHost()].filter((it) => it !== null);
    const found = files
      .filter((file) => !/\.(png|jpg|ico|woff2?|parquet|gz)$/.test(file))
      .filter((file) => !file.endsWith('private-addresses.test.ts') && !file.endsWith('private-addresses.ts'))
      .flatMap((file) => findPrivateAddresses(file, readText(join(root, file)), own));
    expect(found).toEqual([]);
  });
});

/** A file that was deleted and not yet committed is still listed. */
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

describe('findPrivateAddresses', () => {
  it('finds home folders of each system', () => {
    const text = 'a\nopen /home/dana/work and /Users/sam/x\nC:\\Users\\kim\\y';
    expect(findPrivateAddresses('x.md', text, []).map((it) => `${it.line} ${it.found}`)).toEqual([
      '2 /home/dana/work',
      '2 /Users/sam/x',
      '3 C:\\Users\\kim',
    ]);
  });

  it('finds a registry that is not the public one in a lock file', () => {
    const text =
      '"resolved": "https://npm.corp.example/a.tgz"\n"resolved": "https://registry.npmjs.org/a.tgz"\n"resolved": "packages/a"';
    expect(findPrivateAddresses('package-lock.json', text, [])).toEqual([
      { file: 'package-lock.json', line: 1, found: 'npm.corp.example' },
    ]);
  });

  it('finds the names that it is told', () => {
    expect(findPrivateAddresses('a.ts', 'x /srv/build/me/a.ts', ['/srv/build/me/'])).toHaveLength(1);
    expect(findPrivateAddresses('a.ts', 'x lib/srv/build/me/a.ts', ['/srv/build/me/'])).toHaveLength(0);
  });

  it('leaves addresses, packages and relative paths alone', () => {
    const text = 'https://a.example/home/dana/x ./root/a $HOME/root/b src/root/c @x/root/d';
    expect(findPrivateAddresses('a.md', text, [])).toEqual([]);
  });
});

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAsset } from './read-asset.ts';

let outside: string;
let directory: string;

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'sameteam-assets-'));
  directory = join(outside, 'widgets');
  await mkdir(join(directory, 'page'), { recursive: true });
  await mkdir(join(outside, 'widgets-private'));
  await Promise.all([
    writeFile(join(outside, 'secret.txt'), 'secret'),
    writeFile(join(outside, 'widgets-private', 'secret.txt'), 'secret'),
    writeFile(join(directory, 'index.js'), 'export {};'),
    writeFile(join(directory, 'chunk-5XKQYB2A.js'), 'export const a = 1;'),
    writeFile(join(directory, 'page', 'a name.css'), 'a {}'),
    writeFile(join(directory, '.env'), 'TOKEN=1'),
    writeFile(join(directory, 'unknown.zzz'), '?'),
  ]);
  await symlink(join(outside, 'secret.txt'), join(directory, 'link.txt'));
  await symlink(join(directory, 'index.js'), join(directory, 'alias.js'));
});

afterAll(() => rm(outside, { recursive: true }));

describe('readAsset', () => {
  it('reads a file with its type, its length and a tag of its content', async () => {
    const asset = await readAsset(directory, 'index.js');
    expect(new TextDecoder().decode(asset?.bytes)).toBe('export {};');
    expect(asset?.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': '10',
      'cache-control': 'no-cache',
    });
    expect(asset?.headers.etag).toMatch(/^"[\w-]{27}"$/);
    expect((await readAsset(directory, 'alias.js'))?.headers.etag).toBe(asset?.headers.etag);
  });

  it('lets a file be kept for ever only when its name is made of its content', async () => {
    expect((await readAsset(directory, 'chunk-5XKQYB2A.js'))?.headers['cache-control']).toContain('immutable');
    expect((await readAsset(directory, 'page/a%20name.css'))?.headers['cache-control']).toBe('no-cache');
  });

  it('calls bytes what it has no type for', async () => {
    expect((await readAsset(directory, 'unknown.zzz'))?.headers['content-type']).toBe('application/octet-stream');
  });

  it.each([
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    '%2e%2e%2fsecret.txt',
    '..\\secret.txt',
    '..%5csecret.txt',
    'page/../../secret.txt',
    '../widgets-private/secret.txt',
    '/etc/passwd',
    '%2fetc%2fpasswd',
    'index.js%00.css',
    'link.txt',
    '.env',
    'page',
    'page/',
    '',
    '%',
    '%ff',
    'index.js/more',
    'C:/windows',
    'x'.repeat(5000),
  ])('finds nothing at %j', async (path) => {
    expect(await readAsset(directory, path)).toBeNull();
  });
});

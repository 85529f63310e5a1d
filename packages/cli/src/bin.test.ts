import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallDatabase } from './test-support/small-database.ts';

const bin = fileURLToPath(new URL('bin.ts', import.meta.url));
const launcher = fileURLToPath(new URL('../bin/sameteam.mjs', import.meta.url));
const command = ['--conditions=@sameteam/source', bin];
const running: ChildProcess[] = [];
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sameteam-bin-'));
  await makeSmallDatabase(join(folder, 'team.duckdb'));
});
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(args: readonly string[], env: Record<string, string> = {}) {
  return new Promise<{ readonly exit: number; readonly stdout: string; readonly stderr: string }>((resolve) => {
    const child = execFile(
      process.execPath,
      [...command, ...args],
      { cwd: folder, env: { ...process.env, ...env } },
      (_, stdout, stderr) => resolve({ exit: child.exitCode ?? -1, stdout, stderr }),
    );
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts `serve` and waits for its address. */
async function serve({ stdio = 'pipe', more = [] }: { stdio?: 'pipe' | 'ipc'; more?: readonly string[] } = {}) {
  const port = await freePort();
  const args = [...command, 'serve', '--db', 'team.duckdb', '--port', String(port), '--json', ...more];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit', ...(stdio === 'ipc' ? ['ipc' as const] : [])],
  });
  running.push(child);
  const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  return { child, port, served: JSON.parse(line.toString()) as { url: string; leads: number; ingest: boolean } };
}

describe('the command as a process', () => {
  it('prints the result alone on standard output', async () => {
    const { exit, stdout, stderr } = await run(['report', '--db', 'team.duckdb', '--metric', 'captured', '--json']);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(JSON.parse(stdout)).toHaveLength(1);
  });

  it('says in one sentence that another process holds the database, and ends with 5', async () => {
    const instance = await DuckDBInstance.create(join(folder, 'team.duckdb'));
    try {
      const holder = await run(['report', '--db', 'team.duckdb', '--metric', 'captured']);
      expect(holder).toMatchObject({
        exit: 5,
        stdout: '',
        stderr: expect.stringMatching(/^Cannot open .*another process holds it.*\n$/),
      });
    } finally {
      instance.closeSync();
    }
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('serves, and ends cleanly with 0 on %s', async (signal) => {
    const { child, served } = await serve();
    const health = (await (await fetch(`${served.url}/v1/health`)).json()) as { leads: number };
    expect(health.leads).toBe(served.leads);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('ends when its parent is gone', async () => {
    const { child } = await serve({ stdio: 'ipc' });
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says that a port is taken, and ends with 5', async () => {
    const { port } = await serve({ more: ['--read-only'] });
    const second = await run(['serve', '--db', 'team.duckdb', '--port', String(port), '--read-only']);
    expect(second).toMatchObject({ exit: 5, stdout: '', stderr: expect.stringContaining(`--port ${port + 1}`) });
  });

  it('serves beside a report where it is only read, and says so where it is not', async () => {
    const report = ['report', '--db', 'team.duckdb', '--metric', 'captured', '--json'];
    const { child, served } = await serve({ more: ['--read-only'] });
    expect(served.ingest).toBe(false);
    expect(await run(report)).toMatchObject({ exit: 0, stderr: '' });
    child.kill('SIGTERM');
    await once(child, 'exit');
    expect((await serve()).served.ingest).toBe(true);
    expect(await run(report)).toMatchObject({
      exit: 5,
      stderr: expect.stringContaining('To read it beside serve, start serve with --read-only.'),
    });
  });

  it('takes a reader that leaves early for no failure', async () => {
    const script = `"${process.execPath}" ${command.join(' ')} report --db team.duckdb --metric captured,won --grain day --by source.channel --json | head -c 20; echo " \${PIPESTATUS[0]}"`;
    const { stdout } = await new Promise<{ stdout: string }>((resolve) =>
      execFile('bash', ['-c', script], { cwd: folder }, (_, out) => resolve({ stdout: out })),
    );
    expect(stdout).toMatch(/ 0\n$/);
  });

  it('tells a missing build in one sentence', async () => {
    mkdirSync(join(folder, 'package', 'bin'), { recursive: true });
    const copy = join(folder, 'package', 'bin', 'sameteam.mjs');
    copyFileSync(launcher, copy);
    const child = execFile(process.execPath, [copy]);
    const [text] = (await once(child.stderr ?? child, 'data')) as [string];
    expect(text).toBe('Cannot run: sameteam has not been built. Run `npm run build` in its workspace and try again.\n');
  });
});

import { execFile, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { problems, routes } from '@sameteam/api';
import { flatLeadFields } from '@sameteam/connectors';
import { eventIssueCodes } from '@sameteam/model';
import { countryFaults, domainFaults, emailFaults, phoneFaults } from '@sameteam/model/normalize';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allPromises } from '../../src/validate/target/all-promises.ts';
import { hasProgram } from './support/has-program.ts';
import { isPromisedJson, isPromisedText, type ShellBlock, shellBlocks } from './support/shell-blocks.ts';

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const guide = readFileSync(join(root, 'docs/vendors.md'), 'utf8');
const blocks = shellBlocks(guide);
const [listen, ...others] = blocks as readonly [ShellBlock, ...ShellBlock[]];

describe('docs/vendors.md', () => {
  let folder = '';
  let url = '';
  let stop: () => Promise<void> = async () => undefined;
  let printed = '';

  /** Runs commands as a vendor does: `npx sameteam` is this tree, and the address is that of the process of this test. */
  function shell(
    commands: string,
  ): Promise<{ readonly exit: number; readonly stdout: string; readonly stderr: string }> {
    const script = commands.replaceAll('http://localhost:4330', url);
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
    return new Promise((resolve) => {
      execFile('sh', ['-c', script], { cwd: folder, env }, (error, stdout, stderr) => {
        const exit = error === null ? 0 : Number(error.code);
        resolve({ exit, stdout: stdout.replaceAll(url, 'http://localhost:4330'), stderr });
      });
    });
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sameteam-guide-'));
    symlinkSync(join(root, 'examples'), join(folder, 'examples'));
    const bin = join(root, 'packages/cli/src/bin.ts');
    const npx = `#!/bin/sh\nshift\nexec "${process.execPath}" --conditions=@sameteam/source "${bin}" "$@"\n`;
    writeFileSync(join(folder, 'npx'), npx);
    chmodSync(join(folder, 'npx'), 0o755);

    const child = spawn('sh', ['-c', `exec ${listen.commands} --port 0`], {
      cwd: folder,
      env: { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` },
    });
    const ended = new Promise<void>((resolve) => child.on('close', () => resolve()));
    stop = () => {
      child.kill('SIGTERM');
      return ended;
    };
    printed = await new Promise<string>((resolve, reject) => {
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString()));
      child.stderr.on('data', (chunk: Buffer) => {
        if (chunk.toString().startsWith('Cannot')) reject(new Error(chunk.toString()));
      });
      ended.then(() => reject(new Error('It ended at once.')));
    });
    url = /http:\/\/localhost:\d+/.exec(printed)?.[0] ?? '';
  });

  afterAll(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('begins with the place to try', () => {
    expect(listen.commands).toBe('npx sameteam validate --listen');
    expect(printed.replaceAll(url, 'http://localhost:4330').trim()).toBe(listen.output?.text);
    expect(others.length).toBeGreaterThan(10);
  });

  it.for(others)('shows at line $line what its commands print', async ({ commands, output }, test) => {
    for (const program of ['curl', 'python3']) {
      if (!commands.includes(`${program} `)) continue;
      if (!(await hasProgram(program))) return test.skip(`there is no ${program} on this machine`);
    }
    const { exit, stdout, stderr } = await shell(commands);
    expect([0, 3], stderr).toContain(exit);
    if (output === null) throw new Error('These commands show nothing that they print.');
    if (output.language === 'text') {
      expect(isPromisedText(stdout, output.text), stdout).toBe(true);
    } else {
      expect(isPromisedJson(JSON.parse(stdout), JSON.parse(output.text)), stdout).toBe(true);
    }
  });

  it('names every code, and what to do about it', () => {
    const faults = [emailFaults, phoneFaults, domainFaults, countryFaults].flatMap((it) => Object.keys(it));
    const ofRoutes = [...routes.ingest.problems, ...routes.addLead.problems];
    const codes = [...eventIssueCodes, ...faults, ...ofRoutes, 'conflict', 'erased', 'method-not-allowed', 'internal'];
    for (const code of codes) expect(guide, code).toMatch(new RegExp(`^\\|[^|]*\`${code}\`[^|]*\\|`, 'm'));
  });

  it('gives each problem its status', () => {
    const table = guide.split('## When nothing could be read')[1]?.split('\n## ')[0] ?? '';
    const rows = [...table.matchAll(/^\| (`.+?) \| (\d+) \|/gm)];
    expect(rows.length).toBe(10);
    for (const [, codes = '', status] of rows) {
      for (const code of codes.matchAll(/`([a-z-]+)`/g)) {
        expect([code[1], problems[code[1] as keyof typeof problems].status]).toEqual([code[1], Number(status)]);
      }
    }
  });

  it('names every field of a flat lead', () => {
    for (const { name } of flatLeadFields) expect(guide, name).toMatch(new RegExp(`^\\|[^|]*\`${name}\``, 'm'));
  });

  it('holds every clause that --target names', () => {
    for (const { clause, id } of allPromises) expect(guide, id).toContain(`\n## ${clause}\n`);
  });
});

describe('isPromisedText and isPromisedJson', () => {
  it('take … for what wobbles, and nothing else', () => {
    expect(isPromisedText('a 1\nb\nc\n', 'a …\n…\nc')).toBe(true);
    expect(isPromisedText('a 1\nc\n', 'a …\nb\nc')).toBe(false);
    expect(isPromisedJson({ a: 'x1', b: [1, null] }, { a: 'x…', b: [1, null] })).toBe(true);
    expect(isPromisedJson({ a: 'x1', b: [1] }, { a: 'x…', b: [2] })).toBe(false);
    expect(isPromisedJson({ a: 1, b: 2 }, { a: 1 })).toBe(false);
    expect(isPromisedJson([{ id: 1 }], '…')).toBe(true);
  });
});

import { spawn } from 'node:child_process';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { jsonOf } from '../support/sameteam.ts';
import { spawnSameteam, takePeak } from '../support/spawn-sameteam.ts';
import { tempFolder } from '../support/temp-folder.ts';

const bin = fileURLToPath(new URL('../../src/bin.ts', import.meta.url));

const event = (id: number) => ({
  specversion: '1.0',
  id: `evt-${id}`,
  source: 'https://vendor.example/feed',
  type: 'lead.captured',
  subject: `lead/${id}`,
  time: '2025-09-30T09:30:00Z',
  data: { contact: { email: `p${id}@acme.example` }, source: { channel: 'webinar' } },
});
const lines = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, id) => `${JSON.stringify(event(from + id))}\n`).join('');

/** Starts the command with a standard input that the test writes. */
function piped(args: readonly string[]) {
  const child = spawn(process.execPath, ['--conditions=@sameteam/source', bin, 'validate', '-', ...args], {
    cwd: tempFolder(),
    stdio: 'pipe',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const written = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    written.stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    written.stderr += chunk.toString();
  });
  const ended = new Promise<{ readonly exit: number | null } & typeof written>((resolve) => {
    child.on('close', (exit) => resolve({ exit, ...written }));
  });
  return { child, ended };
}

describe('standard input', () => {
  it('is read to its end', async () => {
    const { child, ended } = piped(['--json']);
    child.stdin.end(lines(0, 10));
    const { exit, stdout, stderr } = await ended;
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: '' });
    expect(jsonOf({ stdout })).toMatchObject({ file: '-', format: 'ndjson', read: 10, accepted: 10 });
  });

  it('that never ends is left when the command is told to stop', async () => {
    const { child, ended } = piped([]);
    // More than a pipe holds: once it is written, the command is reading.
    await new Promise((resolve) => child.stdin.write(lines(0, 5000), resolve));
    child.kill('SIGINT');
    const { exit, stdout, stderr } = await ended;
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toMatch(/^Stopped after [\d,]+ items\. What comes after them was not looked at\.\n$/);
  });
});

describe('a long file', () => {
  async function longFile(): Promise<string> {
    const cwd = tempFolder();
    const out = createWriteStream(join(cwd, 'long.ndjson'));
    for (let round = 0; round < 300; round++) out.write(lines(round * 1000, round * 1000 + 1000));
    await new Promise((resolve) => out.end(resolve));
    return cwd;
  }

  it('takes little memory, also where every verdict is printed', { timeout: 180_000 }, async () => {
    const cwd = await longFile();
    for (const args of [[], ['--json']]) {
      const ended = await spawnSameteam(['validate', 'long.ndjson', ...args], { cwd, tellsPeak: true }).ended;
      const peak = takePeak(ended);
      expect({ exit: ended.exit, stderr: peak.stderr }).toEqual({ exit: 0, stderr: '' });
      expect(ended.stdout.slice(-300)).toMatch(/300,000 read: 300,000 accepted|"read":300000,"accepted":300000/);
      expect(peak.bytes).toBeLessThan(256_000_000);
    }
  });

  it('of one item that never ends is refused in little memory', { timeout: 120_000 }, async () => {
    const cwd = tempFolder();
    writeFileSync(join(cwd, 'a.json'), `[{"id":"${'x'.repeat(150_000_000)}"},${JSON.stringify(event(1))}]`);
    const ended = await spawnSameteam(['validate', 'a.json', '--json'], { cwd, tellsPeak: true }).ended;
    const peak = takePeak(ended);
    expect({ exit: ended.exit, stderr: peak.stderr }).toEqual({ exit: 3, stderr: '' });
    expect(jsonOf(ended)).toMatchObject({ read: 2, accepted: 1, codes: [{ code: 'too-large', count: 1 }] });
    expect(peak.bytes).toBeLessThan(300_000_000);
  });
});

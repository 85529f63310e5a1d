import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { main } from '../main.ts';
import { makeSmallDatabase } from '../test-support/small-database.ts';
import { testContext } from '../test-support/test-context.ts';
import { runServe } from './run-serve.ts';
import type { Served } from './tell-served.ts';

const file = 'sameteam.agreement.yaml';
let folder = '';
const write = (text: string) => writeFileSync(join(folder, file), text);
const run = async (...args: readonly string[]) => {
  const context = testContext({ cwd: folder, now: Date.now });
  expect([await main(args, context), context.written.stderr]).toEqual([0, expect.any(String)]);
  return context.written.stdout;
};

let document = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sameteam-follow-'));
  await makeSmallDatabase(join(folder, 'team.duckdb'));
  await run('init', '--yes', '--name', 'Acme', '--zone', 'Europe/Berlin', '--country', 'DE');
  const keys: string[] = [];
  for (const team of ['marketing', 'sales']) keys.push(`${team}: "${(await run('agreement', 'keygen', team)).trim()}"`);
  document = readFileSync(join(folder, file), 'utf8');
  document += `version: 1\neffective: 2026-01-01\nsignatures: { keys: { ${keys.join(', ')} } }\n`;
  write(document);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sign = (team: string) => run('agreement', 'sign', file, '--key', `${team}.key.json`);

it('a version that is signed while it is served judges from then on, a draft does not', async () => {
  for (const team of ['marketing', 'sales']) await sign(team);
  let listens: (line: string) => void = () => undefined;
  const printed = new Promise<string>((resolve) => {
    listens = resolve;
  });
  const stdout = { write: listens, isTerminal: false, columns: 80 };
  const context = testContext({ cwd: folder, now: Date.now, stdout });
  const options = { db: 'team.duckdb', agreement: file, port: 0, host: '127.0.0.1', json: true, lookEveryMs: 20 };
  const serving = runServe(options, context);
  try {
    const { url } = JSON.parse(await Promise.race([printed, serving.then(String)])) as Served;
    const judging = async () => {
      const { version, standing } = (await (await fetch(`${url}/v1/agreement`)).json()) as Record<string, unknown>;
      return [version, standing];
    };
    expect(await judging()).toEqual([1, 'binding']);
    expect(await (await fetch(`${url}/agreement`)).text()).toContain('Version 1');

    write('name: [');
    await vi.waitFor(() => expect(context.written.stderr).toContain('What judged before still judges.'));
    write(document.replace('version: 1', 'version: 2').replace('2026-01-01', '2026-02-01'));
    await vi.waitFor(() => expect(context.written.stderr).toContain('version 2 of it is not signed by all who must'));
    await sign('marketing');
    expect(await judging()).toEqual([1, 'binding']);

    // Somebody asks and sends all the time meanwhile.
    const statuses: number[] = [];
    let isOver = false;
    const asking = (async () => {
      for (let number = 0; !isOver; number++) {
        const lead = new URLSearchParams({ email: `a${number}@acme.example`, source: 'fair', id: `${number}` });
        statuses.push((await fetch(`${url}/v1/leads`, { method: 'POST', body: lead })).status);
        statuses.push((await fetch(`${url}/v1/health`)).status);
      }
    })();
    await sign('sales');
    await vi.waitFor(async () => expect(await judging()).toEqual([2, 'binding']), { timeout: 20_000 });
    isOver = true;
    await asking;
    expect(new Set(statuses)).toEqual(new Set([201, 200]));
    // What is signed after its first day binds from when it was signed.
    expect(context.written.stderr).toMatch(
      /sameteam\.agreement\.yaml judges anew: version 1 from [\d-]+ until [\d-]+, version 2 from [\d-]+\.\n$/,
    );
    expect(await (await fetch(`${url}/agreement`)).text()).toContain('Version 2');
  } finally {
    context.abort();
    await serving;
  }
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallDatabase } from '../test-support/small-database.ts';
import { type TestContext, testContext } from '../test-support/test-context.ts';
import { runServe } from './run-serve.ts';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sameteam-serve-'));
  await makeSmallDatabase(join(folder, 'team.duckdb'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Serves on a free port while `use` runs. */
async function whileServed(
  allowOrigin: readonly string[],
  use: (url: string, context: TestContext) => Promise<void>,
): Promise<void> {
  let listens: (line: string) => void = () => undefined;
  const printed = new Promise<string>((resolve) => {
    listens = resolve;
  });
  const context = testContext({ cwd: folder, stdout: { write: listens, isTerminal: false, columns: 80 } });
  const db = join(folder, 'team.duckdb');
  const serving = runServe({ db, port: 0, host: '127.0.0.1', json: true, allowOrigin }, context);
  try {
    const { url } = JSON.parse(await Promise.race([printed, serving.then(String)])) as { readonly url: string };
    await use(url, context);
  } finally {
    context.abort();
    await serving;
  }
}

const preflight = (url: string, origin: string) =>
  fetch(`${url}/v1/reports`, {
    method: 'OPTIONS',
    headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
  });

describe('sameteam serve --allow-origin', () => {
  const intranet = 'https://intranet.example.com';
  const portal = 'http://portal.example.com:8080';

  it('lets pages of each named origin ask, and no others, and says whom', async () => {
    await whileServed([intranet, portal], async (url, { written }) => {
      for (const origin of [intranet, portal]) {
        const response = await preflight(url, origin);
        expect(response.status).toBe(204);
        expect(response.headers.get('access-control-allow-origin')).toBe(origin);
        expect(response.headers.get('access-control-allow-headers')).toContain('content-type');
        const script = await fetch(`${url}/widgets/sameteam-widgets.js`, { headers: { origin } });
        expect(script.headers.get('access-control-allow-origin')).toBe(origin);
        expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      }
      const other = await preflight(url, 'https://intranet.example.com.evil.example');
      expect(other.headers.get('access-control-allow-origin')).toBeNull();
      expect(written.stderr).toBe(`Pages of ${intranet}, ${portal} may embed it and read every number.\n`);
    });
  });

  it('lets every page ask only where * is written', async () => {
    await whileServed(['*'], async (url, { written }) => {
      expect((await preflight(url, portal)).headers.get('access-control-allow-origin')).toBe('*');
      expect(written.stderr).toBe('Pages of every address may embed it and read every number.\n');
    });
    await whileServed([], async (url, { written }) => {
      expect((await preflight(url, portal)).status).toBe(405);
      expect((await fetch(`${url}/v1/health`)).headers.get('access-control-allow-origin')).toBeNull();
      expect(written.stderr).toBe('');
    });
  });
});

import { chmodSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkBrowser, checkDisk, checkDuckDb, checkNode, checkZones } from './check-machine.ts';

it.each([
  ['24.9.0', 'ok'],
  ['22.18.0', 'ok'],
  ['22.17.9', 'failed'],
  ['20.20.2', 'failed'],
])('takes Node %s for %s', (version, status) => {
  expect(checkNode(version).status).toBe(status);
});

it('loads the database and knows the zones', async () => {
  expect((await checkDuckDb()).found).toMatch(/^v?\d+\.\d+\.\d+/);
  expect(checkZones()).toMatchObject({ status: 'ok' });
});

it('measures the room on the disk', () => {
  expect(checkDisk(tmpdir()).found).toMatch(/^\d+\.\d GB free$/);
});

it('finds a browser by its variable and on the path, and does without', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sameteam-browser-'));
  expect(checkBrowser({ PATH: folder })).toMatchObject({ status: 'warning', found: 'none' });
  const browser = join(folder, 'chromium');
  writeFileSync(browser, '');
  chmodSync(browser, 0o755);
  expect(checkBrowser({ PATH: folder })).toMatchObject({ status: 'ok', found: browser });
  expect(checkBrowser({ SAMETEAM_CHROMIUM: browser })).toMatchObject({ status: 'ok', found: browser });
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sameteam } from '../support/sameteam.ts';
import { isPromisedText, shellBlocks } from '../validate/support/shell-blocks.ts';
import { makeMadeDatabase } from './support/made-log.ts';

const guide = readFileSync(new URL('../../../../docs/numbers.md', import.meta.url), 'utf8');
const blocks = shellBlocks(guide);

let cwd = '';
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'sameteam-numbers-'));
  await makeMadeDatabase(join(cwd, 'leads.duckdb'));
}, 60_000);
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

it('asks three questions, each with what it prints', () => {
  expect(guide.match(/^## \d\. /gm)).toHaveLength(3);
  expect(blocks.length).toBeGreaterThanOrEqual(7);
  expect(blocks.every(({ output }) => output !== null)).toBe(true);
});

it.each(blocks.map(({ line, commands, output }) => ({ line, commands, output })))(
  'line $line prints what the guide says',
  async ({ commands, output }) => {
    const [npx, program, ...args] = commands.split(' ');
    expect([npx, program]).toEqual(['npx', 'sameteam']);
    const { exit, stdout } = await sameteam(args, { cwd });
    expect(exit).toBe(0);
    expect(isPromisedText(stdout, output?.text ?? ''), stdout).toBe(true);
  },
  60_000,
);

it('names options that there are', async () => {
  const { stdout } = await sameteam(['report', '--help'], { cwd });
  const options = new Set(guide.slice(guide.indexOf('## Ask on')).match(/--[a-z][a-z-]+/g));
  for (const option of options) expect(stdout).toContain(option);
});

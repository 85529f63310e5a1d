import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../main.ts';
import { makeSmallDatabase } from '../test-support/small-database.ts';
import { testContext } from '../test-support/test-context.ts';

let cwd = '';
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'sameteam-versions-'));
  await makeSmallDatabase(join(cwd, 'team.duckdb'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

describe('--agreement-version', () => {
  const report = async (version: string, ...more: readonly string[]) => {
    const context = testContext({ cwd });
    const exit = await main(['report', '--db', 'team.duckdb', '--agreement-version', version, ...more], context);
    return { exit, stderr: context.written.stderr };
  };

  it.each(['1', '-1', '99'])('%s, which there is not, is refused with those that there are', async (version) => {
    const refused = { exit: 2, stderr: `There is no version ${version} of the agreement here. Known are 0.\n` };
    expect(await report(version, '--metric', 'captured')).toEqual(refused);
    expect(await report(version, '--promises')).toEqual(refused);
    expect(await report(version, '--explain', 'captured')).toEqual(refused);
  });

  it('is a whole number', async () => {
    for (const version of ['2.5', 'two'])
      expect(await report(version)).toEqual({
        exit: 2,
        stderr: `--agreement-version cannot be "${version}". Give the number of a version, such as 2. Add --help to see what there is.\n`,
      });
  });

  it('is that of a version which there is', async () => {
    expect(await report('0', '--metric', 'captured', '--json')).toMatchObject({ exit: 0 });
  });
});

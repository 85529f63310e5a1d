import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { writeGeneratedExport } from '../support/generated-export.ts';
import { importJson } from '../support/import-result.ts';
import { sameteam } from '../support/sameteam.ts';
import { spawnSameteam } from '../support/spawn-sameteam.ts';
import { query } from '../support/stored-log.ts';
import { tempFolder } from '../support/temp-folder.ts';

/** Mounts a small disk under a folder; `null` where the user of the tests may not. */
function smallDisk(folder: string, kilobytes: number): string | null {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', disk], { stdio: 'ignore' });
  });
  return disk;
}

const canMount = (() => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    execFileSync('unshare', ['--mount', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

// Skipped where the user may not mount a disk: a small one is the only full one that harms nobody.
describe.skipIf(!canMount)('a full disk', () => {
  const leads = 40_000;

  it('keeps nothing of the import, says so, and takes it once there is room', { timeout: 180_000 }, async (context) => {
    const cwd = tempFolder();
    const disk = smallDisk(cwd, 24 * 1024);
    if (disk === null) return context.skip('the user of the tests may not mount a disk');
    writeGeneratedExport(cwd, leads);
    const args = ['leads.csv', 'deals.csv', '--map', 'map.yaml', '--db', 'disk/leads.duckdb'];
    // Something is there before, and must stay.
    writeFileSync(
      join(cwd, 'leads-first.csv'),
      'id,created,qualified,email,company,channel,campaign\nfirst,2026-01-02 00:00:00,,,,,\n',
    );
    await importJson(['leads-first.csv', ...args.slice(2)], { cwd });
    const ballast = join(disk, 'ballast');
    const free = 24 * (1 << 20) - statSync(join(disk, 'leads.duckdb')).size;
    writeFileSync(ballast, Buffer.alloc(free - 2 * (1 << 20)));

    const ended = await spawnSameteam(['import', ...args, '--json'], { cwd }).ended;
    expect(ended).toMatchObject({ exit: 1, stdout: '' });
    expect(ended.stderr).toMatch(
      /^The disk of .*leads\.duckdb is full\. Nothing of this import was kept\. Make room and import again\.\n$/,
    );
    rmSync(ballast);
    expect(await query(join(disk, 'leads.duckdb'), 'SELECT count(*)::INTEGER AS n FROM events')).toEqual([{ n: 1 }]);

    // As much room as an administrator would make.
    execFileSync('mount', ['-o', 'remount,size=200m', disk]);
    const again = await importJson(args, { cwd });
    expect(again).toMatchObject({ accepted: leads + leads / 20, duplicates: 0, quarantined: 0, leads: leads + 1 });
    expect(readdirSync(disk)).toEqual(['leads.duckdb']);
  });

  it('has not even room for a new database', { timeout: 60_000 }, async (context) => {
    const cwd = tempFolder();
    const disk = smallDisk(cwd, 128);
    if (disk === null) return context.skip('the user of the tests may not mount a disk');
    writeGeneratedExport(cwd, 10);
    const args = ['leads.csv', 'deals.csv', '--map', 'map.yaml', '--db', 'disk/leads.duckdb'];
    const ran = await sameteam(['import', ...args], { cwd });
    expect(ran).toMatchObject({ exit: 1, stdout: '' });
    expect(ran.stderr).toMatch(
      /^(?:The disk of .* is full\.|Cannot make the database .* whether the disk is full).*\n$/,
    );
    execFileSync('mount', ['-o', 'remount,size=100m', disk]);
    expect(await importJson(args, { cwd })).toMatchObject({ accepted: 11, quarantined: 0 });
    expect(readdirSync(disk)).toEqual(['leads.duckdb']);
  });
});

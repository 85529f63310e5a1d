import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonOf } from '../support/sameteam.ts';
import { spawnSameteam, takePeak } from '../support/spawn-sameteam.ts';
import { goodLeads, leadsHeader, testImport } from '../support/test-import.ts';

const lineBytes = 200_000_000;

/** Writes a file in which a very long line stands between two parts. */
function writeLongLine(path: string, { before, after, start }: { before: string; after: string; start: string }): void {
  const file = openSync(path, 'w');
  const piece = Buffer.alloc(1_000_000, 'na,');
  writeSync(file, before + start);
  for (let written = start.length; written < lineBytes; written += piece.length) writeSync(file, piece);
  writeSync(file, after);
  closeSync(file);
}

describe('a line of 200 MB', () => {
  it.each([
    ['without quotes', '9,2026-01-02,', 'record-too-long'],
    ['in an open quote', '9,2026-01-02,"', 'record-too-long'],
  ])('%s goes to quarantine, and the rest goes in, in little memory', { timeout: 180_000 }, async (_, start, code) => {
    const { cwd, quarantine, log } = testImport('');
    const [first, ...rest] = goodLeads.slice(leadsHeader.length).split(/(?<=\n)/);
    writeLongLine(join(cwd, 'leads.csv'), { before: leadsHeader + first, after: `\n${rest.join('')}`, start });
    const args = ['import', 'leads.csv', '--map', 'map.yaml', '--db', 'leads.duckdb', '--json'];
    const ended = await spawnSameteam(args, { cwd, tellsPeak: true }).ended;
    const peak = takePeak(ended);
    expect({ exit: ended.exit, stderr: peak.stderr }).toEqual({ exit: 3, stderr: '' });
    expect(jsonOf(ended)).toMatchObject({ read: 4, accepted: 3, duplicates: 0, quarantined: 1 });
    expect(await log()).toHaveLength(3);
    const [bad] = await quarantine();
    expect(bad).toMatchObject({
      file: 'leads.csv',
      line: 3,
      column: null,
      code,
      message:
        'The row is longer than the limit (1 MB). Look for a quote that is not closed, or for a file that is not a table.',
    });
    expect(bad?.raw).toHaveLength(10_000);
    expect(String(bad?.raw).startsWith(start)).toBe(true);
    expect(peak.bytes).toBeLessThan(600_000_000);
  });

  it('as a header is refused', { timeout: 180_000 }, async () => {
    const { cwd } = testImport('');
    writeLongLine(join(cwd, 'leads.csv'), { before: '', after: '\n1,2\n', start: 'id,created,' });
    const args = ['import', 'leads.csv', '--map', 'map.yaml', '--db', 'leads.duckdb'];
    const { exit, stdout, stderr } = await spawnSameteam(args, { cwd, tellsPeak: true }).ended;
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
    expect(stderr).toContain('Cannot import leads.csv: ');
    expect(stderr.length).toBeLessThan(3000);
    expect(takePeak({ stderr }).bytes).toBeLessThan(600_000_000);
  });
});

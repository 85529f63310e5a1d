import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type WayInOptions, wayIn } from './way-in.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'sameteam-way-in-'));
  writeFileSync(join(cwd, 'token'), 'from-a-file\n');
  writeFileSync(join(cwd, 'empty'), ' \n');
  writeFileSync(join(cwd, 'two'), 'one two\n');
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const decide = (options: Partial<WayInOptions>, token?: string) =>
  wayIn({ db: 'team.duckdb', host: '127.0.0.1', ...options }, { cwd, env: { SAMETEAM_INGEST_TOKEN: token } });

describe('wayIn', () => {
  it.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])(
    'is open to all who reach %s, for that is this machine',
    (host) => {
      expect(decide({ host })).toEqual({ isOpen: true, token: null, notice: null });
      expect(decide({ host }, '')).toEqual({ isOpen: true, token: null, notice: null });
      expect(decide({ host }, 's3cret')).toEqual({ isOpen: true, token: 's3cret', notice: null });
    },
  );

  it.each(['0.0.0.0', '::', '192.168.1.5', 'team.example.com', '127.0.0.1.example.com', '1127.0.0.1'])(
    'needs a token on %s, and says so where there is none',
    (host) => {
      expect(decide({ host })).toEqual({
        isOpen: false,
        token: null,
        notice: `No leads are taken: other machines reach ${host}, so that who sends must know a token. Set SAMETEAM_INGEST_TOKEN, or name a file that holds one: --ingest-token-file FILE. --read-only leaves it so.`,
      });
      expect(decide({ host }, 's3cret')).toEqual({ isOpen: true, token: 's3cret', notice: null });
    },
  );

  it('reads the token of a file rather than that of the environment', () => {
    expect(decide({ ingestTokenFile: 'token' }, 'other')).toMatchObject({ isOpen: true, token: 'from-a-file' });
  });

  it('is closed where it is only read, whatever else is said, without a word', () => {
    expect(decide({ readOnly: true, host: '0.0.0.0' }, 'bad token')).toEqual({
      isOpen: false,
      token: null,
      notice: null,
    });
  });

  it('refuses a token that cannot be sent, and a file that is not there', () => {
    for (const file of ['empty', 'two']) {
      expect(() => decide({ ingestTokenFile: file })).toThrow(
        `Cannot use the token of ${file}: it is empty, or holds a blank or another character that no header can hold.`,
      );
    }
    expect(() => decide({}, 'grün')).toThrow('Cannot use the token of SAMETEAM_INGEST_TOKEN');
    expect(() => decide({ ingestTokenFile: 'none' })).toThrow('Cannot read the token none: there is no such file.');
  });
});

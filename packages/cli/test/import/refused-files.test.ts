import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { goodLeads, leadsHeader, leadsMap, testImport } from '../support/test-import.ts';

const text = (content: string) => new TextEncoder().encode(content);

/** Bytes without any order, the same on each run. */
function noise(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => Math.imul(index + 1, 2_654_435_761) >>> 24);
}

/** Rows with days from the 1st to the 28th of March, as dd/MM/yyyy. */
const marchDays = Array.from(
  { length: 28 },
  (_, day) => `${day},${String(day + 1).padStart(2, '0')}/03/2026,p${day}@x.example,Acme,email\n`,
).join('');

describe('a file that cannot be read is refused before anything is written', () => {
  it.each<[string, string | Uint8Array, string, readonly string[]]>([
    [
      'a column is missing',
      goodLeads.replace('channel', 'x'),
      leadsMap,
      [
        'Cannot import leads.csv: column "channel" is missing. Columns found: id, created, email, company, x. Name it in the map under files.leads, or list it under `optional`.',
      ],
    ],
    [
      'a column was renamed',
      goodLeads.replace('created', 'Created'),
      leadsMap,
      [
        'Cannot import leads.csv: column "created" is missing. Did it become "Created"? Columns found: id, Created, email, company, channel. Name it in the map under files.leads.',
      ],
    ],
    [
      'several columns are missing: one line for each',
      'id,company\n1,Acme\n',
      leadsMap,
      ['column "created" is missing', 'column "email" is missing', 'column "channel" is missing'],
    ],
    [
      'a column that is read stands there twice',
      goodLeads.replace('company', 'channel'),
      leadsMap.replace('company, ', '').replace('          company: { name: { column: company } }\n', ''),
      [
        'Cannot import leads.csv: two columns are called "channel", and the map reads it. Rename one of them in the file.',
      ],
    ],
    [
      'the delimiter is not the one of the map',
      goodLeads.replace('Bolt, Inc.', 'Bolt').replaceAll(',', ';'),
      leadsMap.replace('key: id', 'delimiter: ","\n    key: id'),
      [
        'Cannot import leads.csv: its header is one cell, "id;created;email;company;channel". The map says a comma between cells, but the file has a semicolon. Say `delimiter: ";"` in the map under files.leads.',
      ],
    ],
    [
      'its dates have another order throughout',
      leadsHeader + marchDays,
      leadsMap.replace('yyyy-MM-dd', 'MM/dd/yyyy'),
      [
        'Cannot import leads.csv: line 14, column "created": "13/03/2026" is not a time of this form. The map says MM/dd/yyyy, but 13/03/2026 only fits dd/MM/yyyy: 13 is not a month.',
        'of the first 28 rows. Correct the `format` in the map under files.leads.',
      ],
    ],
    ['it is empty', '', leadsMap, ['Cannot import leads.csv: it has no bytes. Give a table as text (CSV).']],
    ['it has line breaks only', '\n\n\r\n', leadsMap, ['Cannot import leads.csv: it has no row with a value.']],
    [
      'it is a picture',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      leadsMap,
      ['Cannot import leads.csv: it is a PNG image. Give a table as text (CSV).'],
    ],
    [
      'it is an Excel workbook',
      new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 6, 0]),
      leadsMap,
      ['Cannot import leads.csv: it is a ZIP archive or an Excel workbook (.xlsx). Give a table as text (CSV).'],
    ],
    ['it is binary', noise(5000), leadsMap, ['Cannot import leads.csv: it holds NUL bytes, which no text has']],
    [
      'it is binary and holds no NUL byte',
      noise(5000).map((byte) => byte || 1),
      leadsMap,
      [
        'Cannot import leads.csv: its first row cannot be read. The row is not valid UTF-8 (or UTF-16, where the file is).',
      ],
    ],
  ])('%s', async (_, content, map, sentences) => {
    const { run, db } = testImport(typeof content === 'string' ? text(content) : content, { map });
    for (const args of [[], ['--json'], ['--dry-run']]) {
      const ran = await run(['leads.csv'], args);
      expect(ran).toMatchObject({ exit: 1, stdout: '' });
      for (const sentence of sentences) expect(ran.stderr).toContain(sentence);
      expect(ran.stderr).toMatch(/\nNothing was imported\.\n$/);
      expect(existsSync(db)).toBe(false);
    }
  });

  it('is not imported in part: a good file beside it stays out too', async () => {
    const { write, run, db } = testImport(goodLeads);
    write('leads-2.csv', 'id,created\n4,2026-01-01\n');
    const ran = await run(['leads.csv', 'leads-2.csv']);
    expect(ran).toMatchObject({ exit: 1, stdout: '' });
    expect(ran.stderr).toContain('Cannot import leads-2.csv: column "email" is missing.');
    expect(existsSync(db)).toBe(false);
  });

  it('fits no file of the map', async () => {
    const map = `${leadsMap}  deals:
    match: "deals*.csv"
    key: deal
    events:
      - type: opportunity.won
        subject: "opportunity/{deal}"
        time: { column: won, format: yyyy-MM-dd }
`;
    const { write, run } = testImport(goodLeads, { map });
    write('people.csv', 'name,age\nKim,30\n');
    const { exit, stderr } = await run(['people.csv']);
    expect(exit).toBe(1);
    expect(stderr).toBe(
      'Cannot import people.csv: no file of the map fits it: "leads" (needs a name like leads*.csv, and this one lacks id, created, email, company, channel); "deals" (needs a name like deals*.csv, and this one lacks deal, won). Columns found: name, age.\nNothing was imported.\n',
    );
  });
});

describe('what is named and is not there', () => {
  it.each([
    [['none.csv'], 'Cannot read the file none.csv: there is no such file. Look at its name and folder.\n'],
    [['folder'], 'Cannot read folder: it is a folder, or another thing that is no file. Name the export itself.\n'],
    [
      ['/dev/null'],
      'Cannot read /dev/null: it is a folder, or another thing that is no file. Name the export itself.\n',
    ],
    [['leads.csv/more.csv'], 'a part of the path is a file, not a folder. Check the name.\n'],
  ])('%j', async (files, sentence) => {
    const { cwd, run, db } = testImport(goodLeads);
    mkdirSync(join(cwd, 'folder'));
    expect(await run(files)).toEqual({ exit: 1, stdout: '', stderr: expect.stringContaining(sentence) });
    expect(existsSync(db)).toBe(false);
  });
});

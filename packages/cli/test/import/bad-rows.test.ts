import { describe, expect, it } from 'vitest';
import { goodLeads, leadsHeader, leadsMap, testImport } from '../support/test-import.ts';

/** What a row of quarantine says beside the file. */
type Bad = readonly [line: number, column: string | null, code: string, message: string, raw: string];

async function expectQuarantine(content: string | Uint8Array, bad: readonly Bad[], { map = leadsMap, good = 3 } = {}) {
  const { json, run, quarantine, log } = testImport(content, { map });
  const result = await json();
  expect(result).toMatchObject({ read: good + bad.length, accepted: good, duplicates: 0, quarantined: bad.length });
  expect(result).toMatchObject({ exit: 3, stderr: '' });
  expect(await log()).toHaveLength(good);
  expect(await quarantine()).toEqual(
    bad.map(([line, column, code, message, raw]) => ({ file: 'leads.csv', line, column, code, message, raw })),
  );
  expect(result.reasons.reduce((sum, { count }) => sum + count, 0)).toBe(bad.length);
  // Once more, as a person sees it: the good rows are known, the bad ones are told again with their place.
  const { exit, stdout } = await run();
  expect(exit).toBe(3);
  const [line, column, code, message] = bad[0] as Bad;
  expect(stdout).toContain(
    `\nIn quarantine\n  leads.csv:${line}${column === null ? '' : ` ${column}`}  ${code}  ${message}\n`,
  );
  return result;
}

describe('a bad row goes to quarantine with its place and its text, and the others go in', () => {
  it('has too few cells', async () => {
    await expectQuarantine(`${leadsHeader}4,2026-03-01\n${goodLeads.slice(leadsHeader.length)}`, [
      [
        2,
        null,
        'too-few-cells',
        'The row has 2 of 5 cells. Look for a missing delimiter, or a line break that belongs into quotes.',
        '4,2026-03-01',
      ],
    ]);
  });

  it('has too many cells, while empty ones at the end are nothing', async () => {
    await expectQuarantine(
      `${goodLeads}4,2026-03-01,d@x.example,Dodo,email,,,\n5,2026-03-01,e@x.example,Emu, Ltd,email\n`,
      [
        [
          6,
          null,
          'too-many-cells',
          'The row has 6 cells, the header 5. Put cells that hold the delimiter in quotes.',
          '5,2026-03-01,e@x.example,Emu, Ltd,email',
        ],
      ],
      { good: 4 },
    );
  });

  it('has a date in another order', async () => {
    await expectQuarantine(`${goodLeads}4,2026-13-03,d@x.example,Dodo,email\n`, [
      [
        5,
        'created',
        'wrong-date-order',
        '"2026-13-03" is not a time of this form. The map says yyyy-MM-dd, but 2026-13-03 only fits yyyy-dd-MM: 13 is not a month.',
        '4,2026-13-03,d@x.example,Dodo,email',
      ],
    ]);
  });

  it('lacks its id or its time', async () => {
    await expectQuarantine(`${goodLeads},2026-03-01,d@x.example,Dodo,email\n5,,e@x.example,Emu,email\n`, [
      [
        5,
        'id',
        'missing-key',
        'The cell is empty, but it identifies the row. Fill it, or choose another `key` in the map.',
        ',2026-03-01,d@x.example,Dodo,email',
      ],
      [
        6,
        'created',
        'missing-time',
        'The cell is empty, but lead.captured needs its time. If such rows have no lead.captured, say `when: { column: created, present: true }` in the map.',
        '5,,e@x.example,Emu,email',
      ],
    ]);
  });

  it('says what the model does not take: the column is named, and the personal value is not', async () => {
    await expectQuarantine(`${goodLeads}4,2026-03-01,nobody,Dodo,email\n`, [
      [
        5,
        'email',
        'wrong-form',
        'lead.captured: /data/contact/email is a text of 6 characters, which has not the form it needs. Send a mail address such as ann@acme.example.',
        '4,2026-03-01,nobody,Dodo,email',
      ],
    ]);
  });

  it('breaks the rules of quotes, and the rows after it are read', async () => {
    await expectQuarantine(
      `${goodLeads}4,2026-03-01,d@x.example,"Do"do",email\n5,2026-03-01,e@x.example,"Emu,email\n6,2026-03-02,f@x.example,Fox,email\n`,
      [
        [
          5,
          null,
          'bad-quote',
          'A quote stands in the middle of a quoted cell. Double it ("") where it belongs to the text.',
          '4,2026-03-01,d@x.example,"Do"do",email',
        ],
        [
          6,
          null,
          'unclosed-quote',
          'A quote is opened and not closed. Close it, or double it where it belongs to the text; the rows after it were read.',
          '5,2026-03-01,e@x.example,"Emu,email',
        ],
      ],
      { good: 4 },
    );
  });

  it('is not UTF-8', async () => {
    const content = new Uint8Array([
      ...Buffer.from(goodLeads),
      ...Buffer.from('4,2026-03-01,d@x.example,M\xfcller,email\n', 'latin1'),
    ]);
    await expectQuarantine(content, [
      [
        5,
        null,
        'bad-encoding',
        'The row is not valid UTF-8 (or UTF-16, where the file is). Say `encoding: windows-1252` in the map if the file comes from an older Excel.',
        '4,2026-03-01,d@x.example,M\u{fffd}ller,email',
      ],
    ]);
  });

  it('holds half a surrogate pair in UTF-16, which would make two ids one', async () => {
    const rows = ['4\ud83e', '4\ud83f'].map((id) => `${id},2026-03-01,d@x.example,Doe,email\n`).join('');
    await expectQuarantine(
      Buffer.from(`\ufeff${goodLeads}${rows}`, 'utf16le'),
      [5, 6].map((line) => [
        line,
        null,
        'bad-encoding',
        'The row is not valid UTF-8 (or UTF-16, where the file is). Say `encoding: windows-1252` in the map if the file comes from an older Excel.',
        '4\u{fffd}\u{fffd}\u{fffd},2026-03-01,d@x.example,Doe,email',
      ]),
    );
  });

  it('holds a NUL character, far behind what is looked at first', async () => {
    const rows = Array.from({ length: 6000 }, (_, row) => `r${row},2026-01-02,a@x.example,Acme and sons,email\n`).join(
      '',
    );
    await expectQuarantine(
      `${leadsHeader}${rows}x,2026-03-01,d@x.example,Do\0do,email\n`,
      [
        [
          6002,
          null,
          'nul-byte',
          'The row holds a NUL character, which no text has. Export the file again.',
          'x,2026-03-01,d@x.example,Do\u{fffd}do,email',
        ],
      ],
      { good: 6000 },
    );
  });

  it('has the right line behind quoted line breaks, CRLF and a byte order mark', async () => {
    const rows = '1,2026-01-02,a@x.example,"Acme\n""North""\nLtd",email\n\n2,2026-01-99,b@x.example,Bolt,social\n';
    const message =
      '"2026-01-99" is not a time of this form. The map says yyyy-MM-dd: 99 is not a day of month 1 of 2026.';
    await expectQuarantine(
      `\u{feff}${leadsHeader}${rows}`.replaceAll('\n', '\r\n'),
      [[6, 'created', 'bad-time', message, '2,2026-01-99,b@x.example,Bolt,social']],
      { good: 1 },
    );
  });

  it('is shown once for many of a kind, with the first lines and a count', async () => {
    const { run, json } = testImport(
      `${goodLeads}${Array.from({ length: 1500 }, (_, row) => `x${row},2026-02-30,,,\n`).join('')}y,2026\n`,
    );
    const { stdout } = await run();
    expect(stdout.split('\n').slice(1, 9)).toEqual([
      '  3 new, 0 known already, 1,501 in quarantine.',
      '  leads.duckdb holds 3 events of 3 leads now.',
      '',
      'In quarantine',
      expect.stringMatching(/^ {2}leads\.csv:5 created {2}bad-time {2}"2026-02-30" is not a time of this form\./),
      '    The same in lines 6, 7, 8, 9 and 1,495 more.',
      '  leads.csv:1505  too-few-cells  The row has 2 of 5 cells. Look for a missing delimiter, or a line break that belongs into quotes.',
      '',
    ]);
    expect((await json()).reasons).toEqual([
      {
        code: 'bad-time',
        file: 'leads.csv',
        column: 'created',
        count: 1500,
        lines: [5, 6, 7, 8, 9],
        message: expect.stringContaining('2026-02-30'),
      },
      { code: 'too-few-cells', file: 'leads.csv', column: null, count: 1, lines: [1505], message: expect.any(String) },
    ]);
  });
});

describe('a file that is written in another way is read as it is', () => {
  const plain = async (content: string | Uint8Array, map = leadsMap) => {
    const { json, log } = testImport(content, { map });
    expect(await json()).toMatchObject({ read: 3, accepted: 3, quarantined: 0, warnings: [], exit: 0 });
    return log();
  };

  it.each<[string, string | Uint8Array]>([
    ['with a byte order mark', `\u{feff}${goodLeads}`],
    ['with CRLF', goodLeads.replaceAll('\n', '\r\n')],
    ['with a byte order mark and CRLF', `\u{feff}${goodLeads.replaceAll('\n', '\r\n')}`],
    ['with lone CR', goodLeads.replaceAll('\n', '\r')],
    ['with semicolons', goodLeads.replaceAll(',', ';').replace('Bolt; Inc.', 'Bolt, Inc.')],
    ['with tabs', goodLeads.replaceAll(',', '\t').replace('Bolt\t Inc.', 'Bolt, Inc.')],
    [
      'with every cell in quotes',
      goodLeads
        .replaceAll('"', '')
        .replace('Bolt, Inc.', 'Bolt; Inc.')
        .replaceAll(/[^,\n]+/g, '"$&"')
        .replace('Bolt; Inc.', 'Bolt, Inc.'),
    ],
    ['with blank lines and rows of empty cells', goodLeads.replaceAll('\n', '\n\n,,,,\n')],
    ['as UTF-16 with a byte order mark', new Uint8Array(Buffer.from(`\u{feff}${goodLeads}`, 'utf16le'))],
  ])('%s', async (_, content) => {
    expect(await plain(content)).toEqual(await plain(goodLeads));
  });

  it('with line breaks and quotes in a cell', async () => {
    const { json, log } = testImport(`${leadsHeader}1,2026-01-02,a@x.example,"Acme\nand ""sons"", Ltd",email\n`);
    expect(await json()).toMatchObject({ read: 1, accepted: 1, exit: 0 });
    expect((await log())[0]).toContain(JSON.stringify(JSON.stringify('Acme\nand "sons", Ltd')).slice(1, -1));
  });

  it('with a header alone: nothing to import, and said so', async () => {
    const { json } = testImport(leadsHeader);
    expect(await json()).toMatchObject({
      read: 0,
      exit: 0,
      warnings: [
        { code: 'header-only', count: 1, sentence: 'leads.csv has a header and no rows. Nothing is imported from it.' },
      ],
    });
  });
});

describe('a file that was cut off', () => {
  const cutOff = 'The file ends in the middle of this row. It was cut off: export or copy it again.';

  it.each<[string, string, string]>([
    ['between two cells', '4,2026-03-01,d@x.example', `The row has 3 of 5 cells. ${cutOff}`],
    ['within quotes', '4,2026-03-01,d@x.example,"Dodo and', cutOff],
  ])('%s', async (_, rest, message) => {
    await expectQuarantine(goodLeads + rest, [[5, null, 'cut-off', message, rest]]);
  });

  it('within a character', async () => {
    const content = Buffer.from(`${goodLeads}4,2026-03-01,d@x.example,M\u{fc}`).subarray(0, -1);
    await expectQuarantine(new Uint8Array(content), [
      [5, null, 'cut-off', cutOff, '4,2026-03-01,d@x.example,M\u{fffd}'],
    ]);
  });

  it('within the last cell: nobody can tell, so it is taken and said', async () => {
    const { json } = testImport(`${goodLeads}4,2026-03-01,d@x.example,Dodo,ema`);
    expect(await json()).toMatchObject({
      read: 4,
      accepted: 4,
      exit: 0,
      warnings: [
        {
          code: 'no-final-newline',
          count: 1,
          sentence: 'leads.csv ends without a line break in line 5: if it was cut off there, import it again whole.',
        },
      ],
    });
  });
});

describe('rows that are there before', () => {
  it('an id twice with the same content is a duplicate', async () => {
    const { json, log } = testImport(`${goodLeads}1,2026-01-02,a@x.example,Acme,email\n`);
    expect(await json()).toMatchObject({ read: 4, accepted: 3, duplicates: 1, quarantined: 0, exit: 0 });
    expect(await log()).toHaveLength(3);
  });

  const conflict =
    '"1" is known already and said something else there. Mend the id; or if a changed row is an update, say `rows: records` in the map, import the earlier export with it once more, which adds nothing, and then this one.';

  it('an id twice with other content is a conflict', async () => {
    await expectQuarantine(`${goodLeads}1,2026-01-02,a@x.example,Acme,social\n`, [
      [5, null, 'conflict', conflict, '1,2026-01-02,a@x.example,Acme,social'],
    ]);
  });

  it('the same file is known as a whole, a changed row of it is a conflict, a new one goes in', async () => {
    const { json, write, quarantine, log } = testImport(goodLeads);
    await json();
    const before = await log();
    expect(await json()).toMatchObject({ read: 3, accepted: 0, duplicates: 3, quarantined: 0, exit: 0 });
    expect(await log()).toEqual(before);
    write('leads.csv', `${goodLeads.replace('Acme', 'Acme Ltd')}4,2026-03-01,d@x.example,Dodo,email\n`);
    expect(await json()).toMatchObject({ read: 4, accepted: 1, duplicates: 2, quarantined: 1, exit: 3 });
    expect(await quarantine()).toEqual([
      {
        file: 'leads.csv',
        line: 2,
        column: null,
        code: 'conflict',
        message: conflict,
        raw: '1,2026-01-02,a@x.example,Acme Ltd,email',
      },
    ]);
    expect(await log()).toHaveLength(4);
  });

  it('the same file under two names in one import counts once', async () => {
    const { json, write, log } = testImport(goodLeads);
    write('leads-copy.csv', goodLeads);
    expect(await json(['leads.csv', 'leads-copy.csv'])).toMatchObject({ read: 6, accepted: 3, duplicates: 3, exit: 0 });
    expect(await log()).toHaveLength(3);
  });
});

describe('rows that give no event', () => {
  it('are told of, though they add nothing to what is known', async () => {
    const map = leadsMap.replace(/(type: lead\.captured)/, '$1\n        when: { column: channel, is: email }');
    expect(map).not.toBe(leadsMap);
    const { json } = testImport(
      `${leadsHeader}1,2026-01-01,a@x.example,Acme,email\n2,2026-01-02,b@x.example,Bolt,fax\n3,2026-01-03,c@x.example,Cog,fax\n`,
      { map },
    );
    expect(await json()).toMatchObject({
      read: 3,
      accepted: 1,
      duplicates: 2,
      quarantined: 0,
      warnings: [
        {
          code: 'no-event',
          count: 2,
          sentence:
            'leads.csv:3: this row and 1 more give no event, as no `when` of the map holds for them. Look whether the map knows all words of the file. Since they add nothing, they count as known already.',
        },
      ],
    });
  });
});

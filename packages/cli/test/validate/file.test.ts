import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultAgreement } from '@sameteam/agreement';
import { openDuckDbEngine } from '@sameteam/metrics/duckdb';
import { csvTemplate } from '@sameteam/model';
import { createIngest } from '@sameteam/service';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/main.ts';
import { testContext } from '../../src/test-support/test-context.ts';
import { jsonOf, sameteam } from '../support/sameteam.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { goodLeads, testImport } from '../support/test-import.ts';

interface Issue {
  readonly code: string;
  readonly pointer?: string;
  readonly field?: string;
  readonly column?: string;
  readonly found: string;
  readonly expected: string;
  readonly nearest: string | null;
  readonly message: string;
}

interface Result {
  readonly file: string;
  readonly format: string;
  readonly items: readonly {
    readonly index: number;
    readonly line: number;
    readonly verdict: string;
    readonly source: string | null;
    readonly id: string | null;
    readonly earlier: string | null;
    readonly issues: readonly Issue[];
  }[];
  readonly read: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
  readonly codes: readonly { readonly code: string; readonly count: number }[];
  readonly notes?: readonly string[];
  readonly quality?: { readonly sources: readonly Record<string, unknown>[] };
}

const event = (id: number, change: object = {}) => ({
  specversion: '1.0',
  id: `evt-${id}`,
  source: 'https://vendor.example/feed',
  type: 'lead.captured',
  subject: `lead/${id}`,
  time: '2026-09-30T09:30:00Z',
  data: { contact: { email: `p${id}@acme.example` }, source: { channel: 'webinar' } },
  ...change,
});

const faulty = [
  event(3, { data: { source: { channel: 'webinar', motion: 'inbuond' } } }),
  event(6, {
    type: 'opportunity.won',
    subject: 'opportunity/6',
    data: { amount: { amountMinor: 12.5, currency: 'EUR' } },
  }),
  event(9, { time: '2026-09-30 09:30' }),
];
const ten = Array.from({ length: 10 }, (_, place) => faulty.find(({ id }) => id === `evt-${place}`) ?? event(place));
const lines = (events: readonly unknown[]) => events.map((it) => `${JSON.stringify(it)}\n`).join('');

/** A folder with one file, in which the command is run. */
function folderWith(name: string, content: string | Uint8Array) {
  const cwd = tempFolder();
  writeFileSync(join(cwd, name), content);
  const run = (...args: readonly string[]) => sameteam(['validate', name, ...args], { cwd });
  return {
    cwd,
    run,
    json: async (...args: readonly string[]) => jsonOf<Result>({ ...(await run(...args, '--json')) }),
  };
}

const facts = [
  ['line 4', '/data/source/motion', 'not-allowed', '"inbuond"', 'one of inbound, outbound'],
  ['line 7', '/data/amount/amountMinor', 'not-an-integer', '12.5', 'an integer, such as '],
  ['line 10', '/time', 'bad-time', '"2026-09-30 09:30"', 'an instant such as 2026-10-01T09:30:00Z'],
] as const;

describe('a file of ten events with three faults', () => {
  it('names the three, each with place, pointer, code, found and expected, and ends with 3', async () => {
    const { run } = folderWith('ten.ndjson', lines(ten));
    const { exit, stdout, stderr } = await run();
    expect({ exit, stderr }).toEqual({ exit: 3, stderr: '' });
    const rows = stdout.split('\n').filter((line) => line.startsWith('line '));
    expect(rows).toHaveLength(3);
    for (const [row, fact] of facts.entries()) for (const text of fact) expect(rows[row]).toContain(text);
    expect(rows[0]).toContain('did you mean "inbound"?');
    expect(stdout).toContain('\n10 read: 7 accepted, 0 duplicates, 3 quarantined\nNext: mend what was refused');
  });

  it.each([
    ['ten.ndjson', lines(ten), 'ndjson'],
    ['ten.json', JSON.stringify(ten), 'json'],
    ['batch', JSON.stringify(ten, null, 2), 'json'],
    ['crlf', `\ufeff${lines(ten).replaceAll('\n', '\r\n')}`, 'ndjson'],
  ])('says the same facts as JSON: %s', async (name, content, format) => {
    const { json } = folderWith(name, content);
    const result = await json();
    const { items, ...rest } = result;
    expect(rest).toEqual({
      file: name,
      format,
      read: 10,
      accepted: 7,
      duplicates: 0,
      quarantined: 3,
      codes: [
        { code: 'bad-time', count: 1 },
        { code: 'not-allowed', count: 1 },
        { code: 'not-an-integer', count: 1 },
      ],
    });
    expect(items.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(items[0]).toMatchObject({
      verdict: 'accepted',
      source: 'https://vendor.example/feed',
      id: 'evt-0',
      subject: 'lead/0',
      type: 'lead.captured',
      issues: [],
    });
    const bad = items.filter(({ verdict }) => verdict === 'quarantined');
    expect(bad.map(({ issues: [issue] }) => [issue?.pointer, issue?.code, issue?.found])).toEqual(
      facts.map(([, pointer, code, found]) => [pointer, code, found]),
    );
    for (const [row, fact] of facts.entries()) expect(bad[row]?.issues[0]?.expected).toContain(fact[4]);
    expect(bad[0]?.issues[0]).toMatchObject({
      nearest: 'inbound',
      message: expect.stringMatching(/Did you mean "inbound"\?$/),
    });
  });

  it('ends with 0 where all is well, and says what to do next', async () => {
    const { run } = folderWith('good.ndjson', lines(ten.slice(0, 3)));
    expect(await run()).toEqual({
      exit: 0,
      stdout:
        '3 read: 3 accepted, 0 duplicates, 0 quarantined\nNext: send it. `sameteam validate --listen` is an endpoint to try that with.\n',
      stderr: '',
    });
  });

  it('reads one event, written over many lines', async () => {
    const { json } = folderWith('one.json', JSON.stringify(event(1), null, 2));
    expect(await json()).toMatchObject({ format: 'json', read: 1, accepted: 1 });
  });
});

describe('what came before in the file', () => {
  const { time, ...rest } = event(1);
  const repeated = { time, ...rest };
  const other = event(1, { data: {} });

  it('is a duplicate with the same content, whatever the order of its keys, and a conflict with another', async () => {
    const { json } = folderWith(
      'a.ndjson',
      lines([event(1), event(2), repeated, other, event(1, { source: '/other' })]),
    );
    const { items, ...counts } = await json();
    expect(counts).toMatchObject({ read: 5, accepted: 3, duplicates: 1, quarantined: 1 });
    expect(items.map(({ verdict }) => verdict)).toEqual([
      'accepted',
      'accepted',
      'duplicate',
      'quarantined',
      'accepted',
    ]);
    expect(items[3]?.issues).toEqual([
      {
        code: 'conflict',
        pointer: '',
        found: 'other content than in line 1',
        expected: 'a new id for what is new, or exactly what was sent before',
        nearest: null,
        message:
          'The source "https://vendor.example/feed" says something else under the id "evt-1" in line 1, and that stands. Send what is new under an id of its own; to take the earlier event back, send event.retracted.',
      },
    ]);
  });

  it('is named by its number where items stand in an array', async () => {
    const { json } = folderWith('a.json', JSON.stringify([event(2), event(1), other]));
    expect((await json()).items[2]?.issues[0]?.found).toBe('other content than in item 2');
  });

  it('does not stand where it was refused itself', async () => {
    const { json } = folderWith('a.ndjson', lines([event(1, { time: 'soon' }), event(1)]));
    expect((await json()).items.map(({ verdict }) => verdict)).toEqual(['quarantined', 'accepted']);
  });
});

describe('--db', () => {
  it('looks into the database too, and leaves it as it is, to the byte', async () => {
    const { cwd, db, json: importJson } = testImport(goodLeads);
    await importJson();
    const stored = {
      ...event(1),
      id: 'leads/1/lead.captured',
      source: 'csv/test',
      subject: 'lead/1',
      time: '2026-01-01T23:00:00Z',
      data: { contact: { email: 'a@x.example' }, company: { name: 'Acme' }, source: { channel: 'email' } },
    };
    const events = [
      event(5),
      stored,
      { ...stored, data: {} },
      event(5),
      event(5, { data: {} }),
      event(6, { time: 'soon' }),
    ];
    writeFileSync(join(cwd, 'feed.ndjson'), lines(events));
    const before = readFileSync(db);
    const ran = await sameteam(['validate', 'feed.ndjson', '--db', 'leads.duckdb', '--json'], { cwd });
    expect({ exit: ran.exit, stderr: ran.stderr }).toEqual({ exit: 3, stderr: '' });
    const { items } = jsonOf<Result>(ran);
    expect(items.map(({ verdict, issues: [issue] }) => [verdict, issue?.found])).toEqual([
      ['accepted', undefined],
      ['duplicate', undefined],
      ['quarantined', 'other content than in line 2'],
      ['duplicate', undefined],
      ['quarantined', 'other content than in line 1'],
      ['quarantined', '"soon"'],
    ]);
    const [, , conflict] = items;
    expect(conflict?.issues[0]?.code).toBe('conflict');
    const again = await sameteam(['validate', 'feed.ndjson', '--db', 'leads.duckdb', '--json'], { cwd });
    expect(again.stdout).toBe(ran.stdout);
    expect(readFileSync(db).equals(before)).toBe(true);
    expect(readdirSync(cwd).sort()).toEqual(['feed.ndjson', 'leads.csv', 'leads.duckdb', 'map.yaml']);
  });

  it('names the database where only that knows of another content', async () => {
    const { cwd, json: importJson } = testImport(goodLeads);
    await importJson();
    writeFileSync(join(cwd, 'feed.ndjson'), lines([event(1, { id: 'leads/1/lead.captured', source: 'csv/test' })]));
    const ran = await sameteam(['validate', 'feed.ndjson', '--db', 'leads.duckdb', '--json'], { cwd });
    expect(jsonOf<Result>(ran).items[0]?.issues[0]?.found).toBe('other content than in the database');
  });

  it('knows the flat leads again that the way in has stored, without an id and without a time too', async () => {
    const { cwd, db } = testImport(goodLeads);
    const engine = await openDuckDbEngine({ path: db, agreement: defaultAgreement });
    const clock = () => Date.parse('2026-09-30T09:30:00.250Z');
    const ingest = createIngest({ engine, agreement: defaultAgreement, clock, webCrypto: globalThis.crypto });
    await ingest.lead({ email: 'a@b.example', source: 'webinar' });
    await ingest.lead({ id: '7', email: 'c@d.example', source: 'fair', time: '2026-09-29T12:00:00+02:00' });
    await ingest.lead({ id: '8', email: 'e@f.example', source: 'fair' });
    await engine.close();
    writeFileSync(
      join(cwd, 'flat.csv'),
      `id,time,email,source
,,a@b.example,webinar
7,2026-09-29T10:00:00Z,c@d.example,fair
7,2026-09-29T10:00:01Z,c@d.example,fair
8,,e@f.example,fair
8,,e@f.example,webinar
,,new@b.example,webinar
,,new@b.example,webinar
`,
    );
    const ran = await sameteam(['validate', 'flat.csv', '--db', 'leads.duckdb', '--json'], { cwd });
    expect(
      jsonOf<Result>(ran).items.map(({ verdict, earlier, issues: [issue] }) => [verdict, earlier, issue?.found]),
    ).toEqual([
      ['duplicate', 'the database', undefined],
      ['duplicate', 'the database', undefined],
      ['quarantined', null, 'other content than in line 3'],
      ['duplicate', 'the database', undefined],
      ['quarantined', null, 'other content than in line 5'],
      ['accepted', null, undefined],
      ['duplicate', 'line 7', undefined],
    ]);
  });

  it('must be there', async () => {
    const { run } = folderWith('a.ndjson', lines(ten));
    expect(await run('--db', 'none.duckdb')).toEqual({
      exit: 1,
      stdout: '',
      stderr: 'Cannot read the database none.duckdb: there is no such file. Look at its name and folder.\n',
    });
  });
});

describe('a table', () => {
  it('of events is read by the columns of the template, and faults name the column', async () => {
    const { json } = folderWith(
      'events.csv',
      'id,source,type,subject,time,contact.emial,source.motion\n1,/form,lead.captured,lead/1,2026-09-30T09:30:00Z,,inbuond\n2,/form,lead.captured,lead/2,2026-09-30T09:30:00Z,x,\n3,/form,lead.captured,lead/3,2026-09-30T09:30:00Z,,inbound\n',
    );
    const { items, notes, ...counts } = await json();
    expect(counts).toMatchObject({ format: 'csv', read: 3, accepted: 1, quarantined: 2 });
    expect(notes).toEqual([
      'Column 6 is named "contact.emial", which is no field of any event. Did you mean "contact.email"?',
    ]);
    expect(items[0]).toMatchObject({
      line: 2,
      issues: [{ code: 'not-allowed', pointer: '/data/source/motion', column: 'source.motion', nearest: 'inbound' }],
    });
    expect(items[1]?.issues).toMatchObject([
      { code: 'unknown-field', pointer: '/data/contact.emial', column: 'contact.emial', nearest: 'contact.email' },
    ]);
  });

  it('from the template is accepted, in UTF-8 and in UTF-16', async () => {
    const template = csvTemplate('lead.captured');
    for (const content of [template, Buffer.from(`\ufeff${template}`, 'utf16le')]) {
      const { json } = folderWith('template.csv', content);
      expect(await json()).toMatchObject({ format: 'csv', read: 1, accepted: 1 });
    }
  });

  it('of flat leads names the field, and finds the same lead again', async () => {
    const { json, run } = folderWith(
      'leads.csv',
      'id;email;source;utm_campaign\n1;ann@acme.example;webinar;autumn\n1;ann@acme.example;webinar;autumn\n1;bea@acme.example;webinar;\n;carl@acme.example;webinar;\n;carl@acme.example;webinar;\n5;nobody;webinar;\n',
    );
    const { items, ...counts } = await json();
    expect(counts).toMatchObject({ format: 'leads', read: 6, accepted: 2, duplicates: 2, quarantined: 2 });
    expect(items[0]).toMatchObject({
      source: '/leads/web',
      id: '1',
      subject: 'lead/web:1',
      type: 'lead.captured',
    });
    expect(items[2]?.issues).toMatchObject([{ code: 'conflict' }]);
    expect(items[5]).toMatchObject({ line: 7, source: '/leads/web', id: '5', issues: [{ field: 'email' }] });
    expect(items[5]?.issues[0]).not.toHaveProperty('pointer');
    expect((await json('--vendor', 'webinar-co')).items[0]?.source).toBe('/leads/webinar-co');
    expect((await run()).stdout).toMatch(/\nline 7 .* email /);
  });
});

describe('--quality', () => {
  it('reports each source by what the agreement requires', async () => {
    const events = [
      event(1),
      event(2, { data: { contact: { email: 'p2@acme.example', phone: '12' } } }),
      event(2),
      event(3, { source: '/form', time: 'soon' }),
    ];
    const { json, run } = folderWith('a.ndjson', lines(events));
    const { quality } = await json('--quality');
    expect(quality?.sources.map(({ source, received, quarantined }) => [source, received, quarantined])).toEqual([
      ['https://vendor.example/feed', 3, 1],
      ['/form', 1, 1],
    ]);
    const acme = fileURLToPath(new URL('../../../agreement/test/fixtures/acme.yaml', import.meta.url));
    const judged = await json('--quality', '--agreement', acme);
    expect(judged.quality?.sources[0]).toMatchObject({
      complete: [
        { field: 'contact.email', present: 2, of: 2, share: 1 },
        { field: 'source.channel', present: 1, of: 2, share: 0.5 },
      ],
    });
    const { stdout } = await run('--quality');
    expect(stdout).toMatch(/Source +Received +Duplicates/);
    expect(stdout).toMatch(/https:\/\/vendor\.example\/feed +3 /);
  });
});

describe('the command', () => {
  it.each([
    [['validate'], 2, 'Cannot validate: no file is named.'],
    [['validate', 'a.ndjson', '--listen'], 2, 'Cannot validate a.ndjson and --listen in one go.'],
    [['validate', 'none.ndjson'], 1, 'Cannot read the file none.ndjson: there is no such file.'],
    [['validate', '.'], 1, 'Cannot validate .: it is a folder. Name a file in it.'],
    [['validate', 'a.ndjson', '--format', 'xml'], 2, '--format cannot be "xml".'],
    [['validate', 'a.gz'], 1, 'Cannot validate a.gz: it is compressed with gzip. Unpack or convert it.'],
  ])('%j ends with %i', async (args, exit, sentence) => {
    const cwd = tempFolder();
    writeFileSync(join(cwd, 'a.ndjson'), lines(ten));
    writeFileSync(join(cwd, 'a.gz'), Uint8Array.of(0x1f, 0x8b, 8, 0, 0));
    const ran = await sameteam(args, { cwd });
    expect({ exit: ran.exit, stdout: ran.stdout }).toEqual({ exit, stdout: '' });
    expect(ran.stderr).toContain(sentence);
    expect(ran.stderr).not.toMatch(/\n\s+at /);
  });

  it('stops when it is told to', async () => {
    const { cwd } = folderWith('a.ndjson', lines(ten));
    const context = testContext({ cwd });
    context.abort();
    expect(await main(['validate', 'a.ndjson'], context)).toBe(1);
    expect(context.written.stderr).toBe('Stopped after 0 items. What comes after them was not looked at.\n');
  });

  it('shows the first 200 faults and counts the others', async () => {
    const { run, json } = folderWith(
      'a.ndjson',
      lines(Array.from({ length: 300 }, (_, id) => event(id, { time: 'soon' }))),
    );
    const { stdout } = await run();
    expect(stdout.split('\n').filter((line) => line.startsWith('line '))).toHaveLength(200);
    expect(stdout).toContain('The first 200 of 300 faults. --json lists all.');
    expect((await json()).items.filter(({ verdict }) => verdict === 'quarantined')).toHaveLength(300);
  });
});

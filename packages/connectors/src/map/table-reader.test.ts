import { canonicalJson, validateEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { splitRecords } from '../csv/split-records.ts';
import { compileMap } from './compile-map.ts';
import { createJoinCollector, joinNeeds } from './join-table.ts';
import { parseMap } from './parse-map.ts';
import { prepareTables } from './prepare-tables.ts';
import { createTableReader, type RowVerdict } from './table-reader.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function run(mapText: string, files: Readonly<Record<string, string>>) {
  const compiled = compileMap(parseMap(mapText));
  const { tables, issues } = prepareTables(
    compiled,
    Object.entries(files).map(([name, text]) => ({ name, sample: bytes(text) })),
  );
  const batchesOf = (name: string, dialect: Parameters<typeof splitRecords>[0]) => {
    const splitter = splitRecords(dialect);
    return [...splitter.push(bytes(files[name] as string)), ...splitter.end()];
  };
  const joins = new Map(
    issues.some(({ severity }) => severity === 'error')
      ? []
      : joinNeeds(compiled).map((need) => {
          const table = tables.find(({ file }) => file === need.from);
          if (table === undefined) throw new Error('no table to join');
          const collector = createJoinCollector(compiled, need, table);
          for (const batch of batchesOf(table.name, table.dialect)) collector.add(batch);
          return [need.from, collector.table()] as const;
        }),
  );
  const verdicts = new Map<string, RowVerdict[]>();
  if (!issues.some(({ severity }) => severity === 'error')) {
    for (const table of tables) {
      const reader = createTableReader(compiled, table, { joins });
      verdicts.set(
        table.file,
        batchesOf(table.name, table.dialect).flatMap((batch) => reader.readBatch(batch)),
      );
    }
  }
  return { issues, verdicts, messages: issues.map(({ message }) => message) };
}

const leads = (data = '', file = '') => `sameteam-map: 1
source: csv/test
zone: America/Sao_Paulo
files:
  leads:
    key: id
${file}
    events:
      - type: lead.captured
        subject: "lead/{id}"
        time: { column: day, format: d/M/yyyy }
        data:
          source: { channel: { column: origin } }
${data}
`;

const issuesOf = (verdicts: readonly RowVerdict[] | undefined) =>
  (verdicts ?? []).flatMap(({ issues }) => issues.map(({ line, column, code }) => `${line} ${column} ${code}`));

describe('createTableReader', () => {
  it('makes events that the model takes, in canonical form', () => {
    const map =
      leads(`          company: { name: { column: firm }, employees: { column: size, as: integer, decimal: "," } }
          contact: { ref: "contact/{id}", email: { column: mail, case: lower }, country: BR }
          attributes: { z_paid: { column: paid, as: boolean }, a_tags: { template: "{tags}!" }, B: 1 }`);
    const { verdicts, messages } = run(map, {
      'x.csv':
        'id;day;origin;firm;size;mail;paid;tags\n1;15/10/2017; web ;Ação, "SA";1.200;A@B.example;yes;a\n2;1/2/2018;;;;;;\n',
    });
    expect(messages).toEqual([]);
    const [first, second] = verdicts.get('leads') ?? [];
    expect(first?.events[0]).toEqual({
      data: {
        attributes: { B: 1, a_tags: 'a!', z_paid: true },
        company: { employees: 1200, name: 'Ação, "SA"' },
        contact: { country: 'BR', email: 'a@b.example', ref: 'contact/1' },
        source: { channel: 'web' },
      },
      id: 'leads/1/lead.captured',
      source: 'csv/test',
      specversion: '1.0',
      subject: 'lead/1',
      time: '2017-10-15T03:00:00Z',
      type: 'lead.captured',
    });
    expect(second?.events[0]?.data).toEqual({ attributes: { B: 1 }, contact: { country: 'BR', ref: 'contact/2' } });
    for (const event of [first?.events[0], second?.events[0]]) {
      expect(JSON.stringify(event)).toBe(canonicalJson(event));
      expect(validateEvent(event)).toMatchObject({ success: true });
    }
  });

  it('judges rows one by one, with line, column and code', () => {
    const text =
      'id,day,origin\n1,1/2/2018,web\n2,2/20/2018,web\n3,1/2\n,1/2/2018,x\n5,,x\n6,1/2/2018,x,,\n7,1/2/2018,x,y\n8,"1/2/2018"z,x\n9,soon,x\n10,1/2';
    const { verdicts } = run(leads(), { 'x.csv': text });
    expect(issuesOf(verdicts.get('leads'))).toEqual([
      '3 day wrong-date-order',
      '4 null too-few-cells',
      '5 id missing-key',
      '6 day missing-time',
      '8 null too-many-cells',
      '9 null bad-quote',
      '10 day bad-time',
      '11 null cut-off',
    ]);
    const wrong = verdicts.get('leads')?.[1]?.issues[0];
    expect(wrong?.message).toBe(
      '"2/20/2018" is not a time of this form. The map says d/M/yyyy, but 2/20/2018 only fits M/d/yyyy: 20 is not a month.',
    );
    expect(wrong).toMatchObject({ file: 'x.csv', raw: '2,2/20/2018,web' });
    expect((verdicts.get('leads') ?? []).filter(({ events }) => events.length > 0).map(({ line }) => line)).toEqual([
      2, 7,
    ]);
  });

  it('converts money, dates, lists and renamed values', () => {
    const map = `sameteam-map: 1
source: csv/test
zone: UTC
files:
  deals:
    key: [team, id]
    empty: ["-"]
    events:
      - type: opportunity.won
        subject: "opportunity/{id}"
        time: { firstOf: [won, closed], format: [yyyy-MM-dd, dd.MM.yyyy] }
        when: { all: [{ column: stage, in: [Won, Closed] }, { any: [{ column: team, present: true }] }] }
        data:
          amount: { column: amount, currency: { column: currency }, decimal: "," }
          closeDate: { column: closed, format: dd.MM.yyyy }
          leads: ["lead/{id}", "lead/{other}"]
          stage: { column: stage, case: snake, rename: { won: closed_won, closed: null }, only: true }
          competitor: { column: rival, else: null }
`;
    const { verdicts, messages } = run(map, {
      'x.csv':
        'team;id;won;closed;stage;amount;currency;other;rival\na/b;1;2020-01-02;-;Won;1.234,5;eur;9;-\nt;2;;03.04.2020;Closed;¥ 1.000;JPY;;x\nt;3;;;Lost;;;;\nt;4;2020-01-02;;Won;12,345;EUR;;\n',
    });
    expect(messages).toEqual([]);
    const rows = verdicts.get('deals') ?? [];
    expect(rows.map(({ events }) => events.map(({ id, time, data }) => ({ id, time, data })))).toEqual([
      [
        {
          id: 'deals/a%2Fb/1/opportunity.won',
          time: '2020-01-02T00:00:00Z',
          data: {
            amount: { amountMinor: 123450, currency: 'EUR' },
            competitor: null,
            leads: ['lead/1', 'lead/9'],
            stage: 'closed_won',
          },
        },
      ],
      [
        {
          id: 'deals/t/2/opportunity.won',
          time: '2020-04-03T00:00:00Z',
          data: {
            amount: { amountMinor: 1000, currency: 'JPY' },
            closeDate: '2020-04-03',
            competitor: 'x',
            leads: ['lead/2'],
            stage: null,
          },
        },
      ],
      [],
      [],
    ]);
    expect(issuesOf(rows)).toEqual(['5 amount bad-number']);
  });

  it('joins columns of another file by id', () => {
    const map = `${leads('', '    joins: [{ file: deals, on: { id: lead }, take: [size] }]').replace('{ column: origin }', '{ column: deals.size }')}
  deals:
    key: lead
    events:
      - type: opportunity.won
        subject: "opportunity/{lead}"
        time: { column: day, format: d/M/yyyy }
        data: { leads: ["lead/{lead}"] }
`;
    const files = {
      'a.csv': 'id,day,origin\n1,1/2/2018,x\n2,1/2/2018,x\n3,1/2/2018,x\n',
      'b.csv': 'lead,day,size\n1,1/2/2018,big\n3,1/2/2018,s\n3,1/2/2018,m\n',
    };
    const { verdicts } = run(map, files);
    expect(verdicts.get('leads')?.map(({ events }) => events[0]?.data)).toEqual([
      { source: { channel: 'big' } },
      {},
      undefined,
    ]);
    expect(issuesOf(verdicts.get('leads'))).toEqual(['4 id join-not-unique']);
    expect(run(map, { 'a.csv': files['a.csv'] }).messages).toEqual([
      'Cannot import a.csv alone: the map takes size from its file "deals". Give both files in the same import.',
    ]);
  });
});

describe('prepareTables', () => {
  it('refuses a renamed column and offers the nearest heading', () => {
    expect(run(leads(), { 'x.csv': 'id,dey,origin\n1,1/2/2018,x\n' }).messages).toEqual([
      'Cannot import x.csv: column "day" is missing. Did it become "dey"? Columns found: id, dey, origin. Name it in the map under files.leads.',
    ]);
  });

  it('sees a wrong delimiter', () => {
    expect(run(leads('', '    delimiter: ","'), { 'x.csv': 'id;day;origin\n1;1/2/2018;x\n' }).messages).toEqual([
      'Cannot import x.csv: its header is one cell, "id;day;origin". The map says a comma between cells, but the file has a semicolon. Say `delimiter: ";"` in the map under files.leads.',
    ]);
  });

  it('refuses empty and binary files and warns of a header alone', () => {
    const names = (text: string) =>
      run(leads(), { 'x.csv': text }).issues.map(({ code, severity }) => `${code} ${severity}`);
    expect(names('')).toEqual(['empty-file error']);
    expect(names('\n\n')).toEqual(['empty-file error']);
    expect(names('PK\u0003\u0004...')).toEqual(['binary-file error']);
    expect(names('a\0b')).toEqual(['binary-file error']);
    expect(names('id,day,origin\n')).toEqual(['header-only warning']);
    expect(names('id,day,day,origin\n1,2,3,4\n')).toEqual(['duplicate-heading error']);
  });

  it('refuses a file whose dates are in another order throughout, before half of them are read wrong', () => {
    const rows = Array.from(
      { length: 40 },
      (_, index) => `${index},${(index % 12) + 1}/${(index % 28) + 1}/2018,x`,
    ).join('\n');
    const { issues, messages } = run(leads(), { 'x.csv': `id,day,origin\n${rows}\n` });
    expect(issues[0]).toMatchObject({ code: 'wrong-date-order', line: 14, column: 'day' });
    expect(messages[0]).toContain('The map says d/M/yyyy, but 1/13/2018 only fits M/d/yyyy');
  });

  it('says which columns each file of the map lacks when none fits', () => {
    const map =
      leads().replace('    key: id', '    match: "leads*.csv"\n    key: id') +
      leads().slice(leads().indexOf('  leads:')).replace('  leads:', '  others:').replace('key: id', 'key: nr');
    expect(run(map, { 'x.csv': 'foo,bar\n1,2\n' }).messages).toEqual([
      'Cannot import x.csv: no file of the map fits it: "leads" (needs a name like leads*.csv, and this one lacks id, day, origin); "others" (lacks nr, id, day, origin). Columns found: foo, bar.',
    ]);
  });
});

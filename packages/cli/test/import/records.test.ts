import { describe, expect, it } from 'vitest';
import { goodLeads, leadsHeader, leadsMap, testImport } from '../support/test-import.ts';

const recordsMap = leadsMap.replace('key: id', 'key: id\n    rows: records');

/** More than two batches of rows that are there for their weight alone. */
const filler = Array.from(
  { length: 12_000 },
  (_, row) => `f${row},2026-01-02,f${row}@x.example,${'A company with a long name '.repeat(4)},email\n`,
).join('');

const twice = (key: string) =>
  `"${key}" stands in this export more than once, and not the same. Only the first of its rows is looked at: keep one.`;

describe('a file whose rows are records', () => {
  it('takes a changed row as an update, without a word about conflicts', async () => {
    const { json, write, log } = testImport(goodLeads, { map: recordsMap });
    expect(await json()).toMatchObject({ read: 3, accepted: 3, exit: 0 });
    write('leads.csv', goodLeads.replace('Acme', 'Acme Ltd'));
    expect(await json()).toMatchObject({ read: 3, accepted: 1, duplicates: 2, quarantined: 0, exit: 0 });
    const [update] = (await log()).filter((event) => event.includes('lead.updated'));
    expect(update).toContain('Acme Ltd');
    expect(await json()).toMatchObject({ read: 3, accepted: 0, duplicates: 3, exit: 0 });
  });

  it.each([
    ['within a batch', ''],
    ['with batches between', filler],
  ])('takes the first of two rows of a record %s', async (_, between) => {
    const lines = (between.match(/\n/g) ?? []).length;
    const rows = {
      new: '4,2026-03-01,d@x.example,Dodo,email\n',
      bad: '5,2026-03-99,e@x.example,Emu,email\n',
      invalid: '6,2026-03-01,nobody,Fox,email\n',
    };
    const { json, write, quarantine } = testImport(goodLeads, { map: recordsMap });
    await json();
    const again = [
      '1,2026-01-02,a@x.example,Acme,social\n', // unchanged before
      '4,2026-03-01,d@x.example,Dodo,email\n', // the same once more
      '4,2026-03-02,d@x.example,Dodo,email\n', // another day
      '5,2026-03-09,e@x.example,Emu,email\n', // good now
      '6,2026-03-01,nobody,Fox,email\n', // as invalid as before
    ];
    write('leads.csv', goodLeads + rows.new + rows.bad + rows.invalid + between + again.join(''));
    const result = await json();
    expect(result).toMatchObject({ read: 11 + lines, accepted: 1 + lines, duplicates: 4, quarantined: 6, exit: 3 });
    const first = 8 + lines;
    expect((await quarantine()).map(({ line, code, message }) => [line, code, message])).toEqual([
      [6, 'bad-time', expect.any(String)],
      [7, 'wrong-form', expect.any(String)],
      [first, 'conflict', twice('1')],
      [first + 2, 'conflict', twice('4')],
      [first + 3, 'conflict', twice('5')],
      [first + 4, 'wrong-form', expect.any(String)],
    ]);
  });

  it('is told from one whose rows were events, and what to do then is true', async () => {
    const { json, write, quarantine } = testImport(goodLeads);
    const changed = goodLeads.replace('Acme', 'Acme Ltd');
    await json();
    write('map.yaml', recordsMap);
    write('leads.csv', changed);
    expect(await json()).toMatchObject({ read: 3, accepted: 0, duplicates: 2, quarantined: 1 });
    expect((await quarantine())[0]).toMatchObject({
      line: 2,
      code: 'conflict',
      message:
        '"1" said something else when it was imported with `rows: events`, and nothing was kept to compare it with. Import that earlier export once more with this map, which adds nothing, and then this one.',
      raw: '1,2026-01-02,a@x.example,Acme Ltd,email',
    });
    write('leads.csv', goodLeads);
    expect(await json()).toMatchObject({ read: 3, accepted: 0, duplicates: 3, quarantined: 0 });
    write('leads.csv', changed);
    expect(await json()).toMatchObject({ read: 3, accepted: 1, duplicates: 2, quarantined: 0 });
  });

  it('does not call a record vanished whose row is in quarantine', async () => {
    const { json, write } = testImport(goodLeads, { map: recordsMap });
    await json();
    write('leads.csv', `${leadsHeader}1,2026-01-99,a@x.example,Acme,email\n`);
    expect((await json()).warnings).toEqual([
      {
        code: 'vanished',
        count: 2,
        sentence: '2 records of an earlier export are missing from leads.csv and kept as they were: 2, 3.',
      },
    ]);
  });
});

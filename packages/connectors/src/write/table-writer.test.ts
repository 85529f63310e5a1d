import { canonicalJson, splitPersonal, validateEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { splitRecords } from '../csv/split-records.ts';
import { compileMap } from '../map/compile-map.ts';
import { parseMap } from '../map/parse-map.ts';
import { prepareTables } from '../map/prepare-tables.ts';
import { createTableReader } from '../map/table-reader.ts';
import { createTableWriter, type WriterOptions } from './table-writer.ts';
import type { WrittenEvent } from './written-event.ts';

const mapOf = (data: string, file = '') => `sameteam-map: 1
source: csv/test
zone: Europe/Berlin
files:
  leads:
    key: id
${file}
    events:
      - type: lead.captured
        subject: "lead/{id}"
        time: { column: day, format: iso }
        data: ${data}
`;

/** Keeps source and product, and whether there is a mail address. */
const payload: WriterOptions['payload'] = (_, { source, product }, personal) => {
  const contact = personal?.contact as { readonly email?: unknown } | undefined;
  const hasEmail = contact?.email === undefined ? {} : { hasEmail: contact.email !== null };
  const picked = { ...hasEmail, ...(product !== undefined && { product }), ...(source !== undefined && { source }) };
  return Object.keys(picked).length === 0 ? null : picked;
};

function open(mapText: string, csv: string) {
  const bytes = new TextEncoder().encode(csv);
  const compiled = compileMap(parseMap(mapText));
  const { tables, issues } = prepareTables(compiled, [{ name: 'x.csv', sample: bytes }]);
  const [table] = tables;
  if (table === undefined) throw new Error(JSON.stringify(issues));
  const splitter = splitRecords(table.dialect);
  return {
    reader: createTableReader(compiled, table),
    writer: createTableWriter(compiled, table, { payload }),
    batches: [...splitter.push(bytes), ...splitter.end()],
  };
}

/** Writes rows, and reads, as if the model took all of them, those that come back. */
function run(mapText: string, csv: string): readonly ((WrittenEvent & { readonly read: object }) | null)[] {
  const { reader, writer, batches } = open(mapText, csv);
  const rows: ((WrittenEvent & { readonly read: object }) | null)[] = [];
  for (const batch of batches)
    reader.eachRecord(batch, (record) => {
      const [event] = writer?.write(record) ?? [];
      const verdict = reader.read(record);
      if (event === undefined && verdict.issues.length === 0) writer?.learn();
      rows.push(event === undefined ? null : { ...event, read: verdict.events[0] as object });
    });
  return rows;
}

describe('createTableWriter', () => {
  it('writes what reading and splitting come to', () => {
    const data =
      '{ contact: { email: { column: mail }, role: vp }, source: { channel: { column: channel, else: null }, medium: "#0" }, product: { column: product }, attributes: { size: { column: size, as: number } } }';
    const rows = run(
      mapOf(data),
      'id,day,mail,channel,product,size\n1,2026-07-01,a@x.example,email,,1\n2,2026-07-01T10:00:00.25Z,"b""@x.example",fair,,2.5\n3,2026-07-02,c@x.example,,,3\n',
    );
    expect(rows.map((row) => row === null)).toEqual([true, false, false]);
    for (const event of rows) {
      if (event === null) continue;
      const { data: rest, personal } = splitPersonal(event.read as Parameters<typeof splitPersonal>[0]);
      expect(event.data).toBe(canonicalJson(rest));
      expect(event.personal).toBe(canonicalJson(personal));
    }
    expect(rows[1]).toMatchObject({
      type: 'lead.captured',
      timeMs: Date.UTC(2026, 6, 1, 10, 0, 0, 250),
      source: 'csv/test',
      id: 'leads/2/lead.captured',
      subject: 'lead/2',
      payload: '{"hasEmail":true,"source":{"channel":"fair","medium":"#0"}}',
    });
    expect(rows[2]?.payload).toBe('{"hasEmail":true,"source":{"channel":null,"medium":"#0"}}');
  });

  it('tells a personal field that is cleared from one that is said', () => {
    const rows = run(
      mapOf('{ contact: { email: { column: mail, else: null } }, product: seats }'),
      'id,day,mail\n1,2026-07-01,a@x.example\n2,2026-07-01,\n3,2026-07-02,c@x.example\n4,2026-07-02,\n',
    );
    expect(rows.map((row) => row && [row.personal, row.payload])).toEqual([
      null,
      null,
      ['{"contact":{"email":"c@x.example"}}', '{"hasEmail":true,"product":"seats"}'],
      ['{"contact":{"email":null}}', '{"hasEmail":false,"product":"seats"}'],
    ]);
  });

  it('gives what was picked as the data, where it is the same', () => {
    const rows = run(mapOf('{ product: { column: product } }'), 'id,day,product\n1,2026-07-01,a\n2,2026-07-01,b\n');
    expect(rows[1]).toMatchObject({ data: '{"product":"b"}', payload: '{"product":"b"}' });
    const none = run(
      mapOf('{ attributes: { x: { column: product } } }'),
      'id,day,product\n1,2026-07-01,a\n2,2026-07-01,b\n',
    );
    expect(none[1]).toMatchObject({ data: '{"attributes":{"x":"b"}}', payload: null });
  });

  it('leaves personal out where there is none', () => {
    const rows = run(mapOf('{ product: { column: product } }'), 'id,day,product\n1,2026-07-01,a\n2,2026-07-01,b\n');
    expect(rows[1]).toMatchObject({ data: '{"product":"b"}', personal: null });
  });

  it('gives back what it has not seen, what the model would not take, and what a reader tells', () => {
    const csv = `id,day,product\n1,2026-07-01,a\n2,2026-07-01,\n3,2026-07-01,${'x'.repeat(201)}\n4,soon,a\n,2026-07-01,a\n6,2026-07-01,c\n7,9999-12-31T23:30:00-01:00,c\n`;
    const rows = run(mapOf('{ product: { column: product } }'), csv);
    expect(rows.map((row) => row?.id ?? null)).toEqual([null, null, null, null, null, 'leads/6/lead.captured', null]);
  });

  it('stops trying where most rows come back', () => {
    const lines = Array.from(
      { length: 9000 },
      (_, index) => `${index},2026-07-01,${index < 5000 ? 'x'.repeat(201) : 'a'}`,
    );
    const rows = run(
      mapOf('{ product: { column: product } }'),
      `id,day,product\n0,2026-07-01,a\n${lines.join('\n')}\n`,
    );
    expect(rows.every((row) => row === null)).toBe(true);
  });

  it('writes nothing where the model takes a text for no source, row after row', () => {
    const csv = 'id,day,product\n1,2026-07-01,a\n2,2026-07-01,b\n3,2026-07-02,c\n';
    const { reader, writer, batches } = open(mapOf('{ source: { column: product } }'), csv);
    const verdicts: boolean[] = [];
    for (const batch of batches)
      reader.eachRecord(batch, (record) => {
        expect(writer?.write(record) ?? null).toBeNull();
        const { events } = reader.read(record);
        const isTaken =
          events.length > 0 && events.every((event) => validateEvent(event, { nowMs: Date.UTC(2026, 9, 1) }).success);
        if (isTaken) writer?.learn();
        verdicts.push(isTaken);
      });
    expect(verdicts).toEqual([false, false, false]);
  });

  it('has none for records, and where a leaf cannot be checked for itself', () => {
    const csv = 'id,day,product\n1,2026-07-01,a\n';
    const writerOf = (mapText: string) => open(mapText, csv).writer;
    expect(writerOf(mapOf('{ product: { column: product } }'))).not.toBeNull();
    expect(writerOf(mapOf('{ product: { column: product } }', '    rows: records'))).toBeNull();
    const target = mapOf('{ target: { source: "{product}", id: "{id}" }, reason: wrong }').replace(
      'lead.captured',
      'event.retracted',
    );
    expect(writerOf(target)).toBeNull();
  });
});

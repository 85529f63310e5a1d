import { canonicalJson, splitPersonal } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { splitRecords } from '../csv/split-records.ts';
import { compileMap } from '../map/compile-map.ts';
import { parseMap } from '../map/parse-map.ts';
import { prepareTables } from '../map/prepare-tables.ts';
import { createTableReader } from '../map/table-reader.ts';
import { createTableWriter } from './table-writer.ts';
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

const paths = [['source', 'channel'], ['source', 'medium'], ['product']];

function open(mapText: string, csv: string) {
  const bytes = new TextEncoder().encode(csv);
  const compiled = compileMap(parseMap(mapText));
  const { tables, issues } = prepareTables(compiled, [{ name: 'x.csv', sample: bytes }]);
  const [table] = tables;
  if (table === undefined) throw new Error(JSON.stringify(issues));
  const splitter = splitRecords(table.dialect);
  return {
    reader: createTableReader(compiled, table),
    writer: createTableWriter(compiled, table, { valuePaths: () => paths }),
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
      values: ['fair', '#0', undefined],
    });
    expect(rows[2]?.values).toEqual([null, '#0', undefined]);
  });

  it('leaves personal out where there is none', () => {
    const rows = run(mapOf('{ product: { column: product } }'), 'id,day,product\n1,2026-07-01,a\n2,2026-07-01,b\n');
    expect(rows[1]).toMatchObject({ data: '{"product":"b"}', personal: null, values: [undefined, undefined, 'b'] });
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

  it('has none for records, and where a leaf cannot be checked for itself', () => {
    const csv = 'id,day,product\n1,2026-07-01,a\n';
    const writerOf = (mapText: string) => open(mapText, csv).writer;
    expect(writerOf(mapOf('{ product: { column: product } }'))).not.toBeNull();
    expect(writerOf(mapOf('{ product: { column: product } }', '    rows: records'))).toBeNull();
    expect(writerOf(mapOf('{ source: { column: product } }'))).toBeNull();
    const target = mapOf('{ target: { source: "{product}", id: "{id}" }, reason: wrong }').replace(
      'lead.captured',
      'event.retracted',
    );
    expect(writerOf(target)).toBeNull();
  });
});

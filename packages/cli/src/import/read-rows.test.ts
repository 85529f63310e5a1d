import {
  compileMap,
  type LeadMap,
  parseMap,
  prepareTables,
  splitRecords,
  type TableWriter,
} from '@sameteam/connectors';
import { type QuarantinedRow, unpackEvents } from '@sameteam/metrics';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryMap, arbitraryRow, headings, mapHead } from '../../test/support/arbitrary-import.ts';
import { type ReadRows, readRows } from './read-rows.ts';
import { type TableReading, tableReading } from './table-reading.ts';

interface Outcome {
  readonly read: readonly ReadRows[];
  readonly written: number;
}

/** Reads a file in batches, with the writer or without it. */
function readFile(map: LeadMap, file: string, rows: readonly string[], writes: boolean): Outcome {
  const bytes = new TextEncoder().encode(rows.join('\n'));
  const sample = new TextEncoder().encode(`${rows[0]}\n`);
  const { tables, issues } = prepareTables(compileMap(map), [{ name: file, sample }]);
  const [table] = tables;
  if (table === undefined) throw new Error(JSON.stringify(issues));
  const reading = tableReading(map, table, new Map());
  let written = 0;
  const writer: TableWriter | null = reading.writer && {
    ...reading.writer,
    write(record) {
      const events = (reading.writer as TableWriter).write(record);
      if (events !== null) written += 1;
      return events;
    },
  };
  const used: TableReading = { ...reading, writer: writes ? writer : null };
  const splitter = splitRecords(table.dialect);
  const half = Math.floor(bytes.length / 2);
  const batches = [...splitter.push(bytes.slice(0, half)), ...splitter.push(bytes.slice(half)), ...splitter.end()];
  return { read: batches.map((batch) => readRows(used, batch)), written };
}

function comparable({ read }: Outcome) {
  return read.map(({ events, lines, ...rest }) => ({ ...rest, lines: [...lines], events: unpackEvents(events) }));
}

const quoted = (value: string) => (/["\n,\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

describe('readRows', () => {
  it('gives the same whether rows are written straight from their cells or read', () => {
    let rowsOfAll = 0;
    let writtenOfAll = 0;
    fc.assert(
      fc.property(
        arbitraryMap,
        fc.array(arbitraryRow, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(3), { minLength: 1, maxLength: 30, size: 'max' }),
        (mapText, kinds, picks) => {
          const map = parseMap(mapText);
          // The same rows under other ids, so that what was learnt of the first is used for the others.
          const rows = picks.map((pick, index) => {
            const [dayText, ...others] = kinds[pick % kinds.length] as (typeof kinds)[number];
            return [`id${index}`, dayText, ...others].map((value) => quoted(value as string)).join(',');
          });
          const lines = [headings.join(','), ...rows];
          const fast = readFile(map, 'leads.csv', lines, true);
          const slow = readFile(map, 'leads.csv', lines, false);
          expect(comparable(fast)).toEqual(comparable(slow));
          rowsOfAll += picks.length;
          writtenOfAll += fast.written;
        },
      ),
      { numRuns: 300 },
    );
    expect(writtenOfAll / rowsOfAll).toBeGreaterThan(0.15);
  }, 60_000);

  const simple = parseMap(`${mapHead}    events:
      - type: lead.captured
        subject: "lead/{id}"
        time: { column: day, format: yyyy-MM-dd }
        data:
          contact: { email: { column: mail }, country: { column: country } }
          source: { channel: { column: channel } }
      - type: lead.qualified
        subject: "lead/{id}"
        time: { column: mql, format: yyyy-MM-dd }
        when: { column: mql, present: true }
        data: {}
`);
  const header = 'id,day,mail,country,channel,mql';
  const outcome = (...rows: readonly string[]) => {
    const fast = readFile(simple, 'leads.csv', [header, ...rows], true);
    const slow = readFile(simple, 'leads.csv', [header, ...rows], false);
    expect(comparable(fast)).toEqual(comparable(slow));
    const bad: QuarantinedRow[] = fast.read.flatMap(({ quarantined }) => quarantined);
    return { written: fast.written, bad: bad.map(({ line, code, column }) => `${line} ${column} ${code}`) };
  };
  const good = (id: string) => `${id},2026-02-03,ann@acme.example,DE,email,`;

  it('writes a row from the second of its kind on', () => {
    expect(outcome(good('1'), good('2'), good('3'))).toEqual({ written: 2, bad: [] });
    expect(outcome(good('1'), good('2'), `3,2026-02-03,,DE,,`, `4,2026-02-03,,FR,,`).written).toBe(2);
    expect(outcome(good('1'), `${good('2')}2026-02-04`, `${good('3')}2026-02-05`).written).toBe(1);
  });

  it('leaves to the model what is wrong', () => {
    const { written, bad } = outcome(
      good('1'),
      '2,2026-02-03,nobody,DE,email,',
      `3,2026-02-03,ann@acme.example,DE,${'x'.repeat(201)},`,
      '4,2026-02-30,ann@acme.example,DE,email,',
      ',2026-02-03,ann@acme.example,DE,email,',
      '6,2026-02-03',
      good('7'),
    );
    expect(written).toBe(1);
    expect(bad).toEqual(
      ['3 mail wrong-form', '4 channel too-long', '5 day bad-time', '6 id missing-key', '7 null cut-off'].map((line) =>
        line.replace('cut-off', 'too-few-cells'),
      ),
    );
  });

  it('does not learn from a row that the model refused', () => {
    const { written, bad } = outcome('1,2026-02-03,nobody,DE,email,', '2,2026-02-03,nobody,DE,email,', good('3'));
    expect(written).toBe(0);
    expect(bad).toHaveLength(2);
  });
});

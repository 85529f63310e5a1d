import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenizer } from './create-tokenizer.ts';
import type { CsvRecord } from './csv-record.ts';
import type { CsvDialect } from './dialect.ts';

const comma: CsvDialect = { encoding: 'utf-8', delimiter: ',', newline: 'lf' };

function read(
  input: string | Uint8Array,
  dialect: CsvDialect = comma,
  chunkSize = 7,
  recordLimit?: number,
): CsvRecord[] {
  const bytes = typeof input === 'string' ? new TextEncoder().encode(input) : input;
  const tokenizer = createTokenizer(dialect, recordLimit === undefined ? {} : { recordLimit });
  const records: CsvRecord[] = [];
  for (let at = 0; at < bytes.length; at += chunkSize)
    records.push(...tokenizer.push(bytes.subarray(at, at + chunkSize)));
  return [...records, ...tokenizer.end()];
}

const cellsOf = (records: readonly CsvRecord[]) => records.map((record) => record.cells);
const brief = (records: readonly CsvRecord[]) =>
  records.map(({ line, problem, cells }) => problem ?? `${line}:${cells.join('|')}`);

describe('createTokenizer', () => {
  it('reads quotes, doubled quotes, quoted delimiters and line breaks, and knows where a record starts', () => {
    const records = read('a,b\r\n1,"x, ""y""\nz"\r\n"","w"\r\n2,3\r\n');
    expect(brief(records)).toEqual(['1:a|b', '2:1|x, "y"\nz', '4:|w', '5:2|3']);
    expect(records[1]?.raw).toBe('1,"x, ""y""\nz"');
  });

  it('takes LF, CRLF, mixed and lone CR', () => {
    expect(cellsOf(read('a,b\n1,2\r\n3,4'))).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
    const cr = read('a,b\r1,"2\r3"\r4,5\r', { ...comma, newline: 'cr' });
    expect(brief(cr)).toEqual(['1:a|b', '2:1|2\r3', '4:4|5']);
  });

  it('leaves blank lines and records of empty cells out, but counts their lines', () => {
    expect(brief(read('a,b\n\n,\r\n1,2\n\n'))).toEqual(['1:a|b', '4:1|2']);
  });

  it('marks a last record without a line break', () => {
    expect(read('a,b\n1,2\n').map((record) => record.unterminated)).toEqual([false, false]);
    expect(read('a,b\n1,2').map((record) => record.unterminated)).toEqual([false, true]);
    expect(read('a,b\n1,"2"').map((record) => record.unterminated)).toEqual([false, true]);
  });

  it('reads UTF-8 with a BOM, UTF-16 in both orders and windows-1252', () => {
    const text = 'név;szó\nő;€\n';
    const utf16 = (isBigEndian: boolean) => {
      const bytes = new Uint8Array(text.length * 2 + 2);
      const view = new DataView(bytes.buffer);
      [...`\ufeff${text}`].forEach((character, index) => {
        view.setUint16(index * 2, character.charCodeAt(0), !isBigEndian);
      });
      return bytes;
    };
    const expected = [
      ['név', 'szó'],
      ['ő', '€'],
    ];
    expect(cellsOf(read(new TextEncoder().encode(`\ufeff${text}`), { ...comma, delimiter: ';' }))).toEqual(expected);
    expect(cellsOf(read(utf16(false), { encoding: 'utf-16le', delimiter: ';', newline: 'lf' }))).toEqual(expected);
    expect(cellsOf(read(utf16(true), { encoding: 'utf-16be', delimiter: ';', newline: 'lf' }))).toEqual(expected);
    const western = new Uint8Array([0x61, 0x2c, 0x80, 0x0a, 0xe9, 0x2c, 0x93]);
    expect(cellsOf(read(western, { ...comma, encoding: 'windows-1252' }))).toEqual([
      ['a', '€'],
      ['é', '“'],
    ]);
  });

  it('gives back only the records that are not UTF-8', () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('a,b\n1,M'),
      0xfc,
      ...new TextEncoder().encode('ller\n2,Müller\n3,x\n'),
    ]);
    expect(brief(read(bytes, comma, 1000))).toEqual(['1:a|b', 'bad-encoding', '3:2|Müller', '4:3|x']);
  });

  it('gives back only the record that holds a NUL', () => {
    expect(brief(read('a,b\n1,\0\n2,3\n'))).toEqual(['1:a|b', 'nul-byte', '3:2|3']);
  });

  it('loses one line to a quote in the wrong place', () => {
    const records = read('a,b\n1,"x" y\n2,3\n4,"5\n6,"7"\n8,9\n');
    expect(brief(records)).toEqual(['1:a|b', 'bad-quote', '3:2|3', 'bad-quote', '5:6|7', '6:8|9']);
    expect(records.map((record) => record.line)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(records[3]?.raw).toBe('4,"5');
  });

  it('loses one line to a quote that is never closed, whether the limit or the end comes first', () => {
    const tail = '1,2\n'.repeat(100);
    for (const limit of [50, 1_000_000]) {
      const records = read(`a,b\n1,"open\n${tail}`, comma, 33, limit);
      expect(
        records.filter((record) => record.problem).map(({ line, problem, raw }) => ({ line, problem, raw })),
      ).toEqual([{ line: 2, problem: 'unclosed-quote', raw: '1,"open' }]);
      expect(records.length).toBe(102);
      expect(records.at(-1)?.line).toBe(102);
    }
  });

  it('says that a file was cut off inside a quoted cell', () => {
    expect(read('a,b\n1,2\n3,"4 and').at(-1)).toMatchObject({
      line: 3,
      problem: 'cut-off',
      raw: '3,"4 and',
      unterminated: true,
    });
  });

  it('drops a record over the limit, keeps its first 10,000 characters, and goes on', () => {
    const records = read(`a,b\n1,${'x'.repeat(50_000)}\n2,3\n`, comma, 1000, 20_000);
    expect(brief(records)).toEqual(['1:a|b', 'record-too-long', '3:2|3']);
    expect(records[1]?.raw.length).toBe(10_000);
  });

  it('reads on after a line of 200 MB without holding it', () => {
    const tokenizer = createTokenizer(comma);
    const records = [...tokenizer.push(new TextEncoder().encode('a,b\n1,'))];
    const chunk = new Uint8Array(1_000_000).fill(0x78);
    const before = process.memoryUsage().arrayBuffers;
    let peak = 0;
    for (let count = 0; count < 200; count += 1) {
      records.push(...tokenizer.push(chunk));
      peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
    }
    records.push(...tokenizer.push(new TextEncoder().encode('\n2,3\n')), ...tokenizer.end());
    expect(brief(records)).toEqual(['1:a|b', 'record-too-long', '3:2|3']);
    expect(peak).toBeLessThan(20_000_000);
  });

  it('reads what csv-stringify writes as csv-parse does', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r\n', ' ', '😀', 'bc'),
      maxLength: 6,
    });
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }));
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',' as const, ';' as const),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 20 }),
        (rows, delimiter, recordDelimiter, chunkSize) => {
          const text = stringify(rows, { delimiter, record_delimiter: recordDelimiter, quoted_match: /\r/ });
          const expected = parse(text, {
            delimiter,
            record_delimiter: ['\n', '\r\n'],
            skip_records_with_empty_values: false,
            relax_column_count: true,
            skip_empty_lines: true,
          }) as string[][];
          const kept = expected.filter((cells) => cells.some((value) => value !== ''));
          expect(cellsOf(read(text, { ...comma, delimiter }, chunkSize))).toEqual(kept);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('gives the same whatever the chunks, on garbage too', () => {
    const garbage = fc.array(
      fc.constantFrom(...[0x22, 0x2c, 0x0a, 0x0d, 0x61, 0xc3, 0xa9, 0x00, 0x20].map((byte) => byte)),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(
        garbage,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('lf' as const, 'cr' as const),
        fc.integer({ min: 5, max: 40 }),
        (bytes, chunkSize, newline, limit) => {
          const input = new Uint8Array(bytes);
          const dialect: CsvDialect = { ...comma, newline };
          expect(read(input, dialect, chunkSize, limit)).toEqual(read(input, dialect, 1000, limit));
        },
      ),
      { numRuns: 3000 },
    );
  });
});

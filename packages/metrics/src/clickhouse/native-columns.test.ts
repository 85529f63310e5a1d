import { describe, expect, it } from 'vitest';
import { readNative } from './native-columns.ts';

/** Bytes of texts with their lengths before them, and of plain bytes. */
function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array {
  const encoder = new TextEncoder();
  return Uint8Array.from(
    parts.flatMap((part) => {
      if (typeof part !== 'string') return part;
      const text = encoder.encode(part);
      return [text.length, ...text];
    }),
  );
}

const eight = (low: number) => [low, 0, 0, 0, 0, 0, 0, 0];

describe('answers in the format Native', () => {
  it('reads numbers, texts and coded texts as the database wrote them', () => {
    // As ClickHouse 26.7 answered SELECT toInt64(-1) AS a, 'ü' AS s, toLowCardinality('r') AS l, in two rows.
    const answer = bytes(
      [3, 2],
      ...['a', 'Int64', Array.from({ length: 8 }, () => 255), eight(2)],
      ...['s', 'String', 'ü', 'ü'],
      ...['l', 'LowCardinality(String)', eight(1), [0, 6, 0, 0, 0, 0, 0, 0], eight(3), '', 'r', 'q', eight(2), [1, 2]],
    );
    const [block, ...others] = readNative(answer);
    expect(others).toEqual([]);
    expect(block?.count).toBe(2);
    expect(block?.columns.a).toEqual({ kind: 'numbers', values: Float64Array.of(-1, 2) });
    const texts = block?.columns.s?.kind === 'texts' ? block.columns.s.texts : undefined;
    expect([texts?.at(0), texts?.repeats(0), texts?.at(1), texts?.repeats(1)]).toEqual(['ü', false, 'ü', true]);
    expect(block?.columns.l).toEqual({ kind: 'codes', codes: Int32Array.of(1, 2), texts: ['', 'r', 'q'] });
  });

  it('reads several blocks, and passes over empty ones', () => {
    const one = bytes([1, 1], 'n', 'UInt8', [7]);
    const empty = bytes([1, 0], 'n', 'UInt8');
    const blocks = readNative(Uint8Array.from([...one, ...empty, ...one]));
    expect(blocks.map(({ count }) => count)).toEqual([1, 1]);
    expect(readNative(new Uint8Array(0))).toEqual([]);
  });

  it('reads what may be missing: a number as NaN, a text as none', () => {
    // As ClickHouse 26.7 answers two rows of which the first has the values, and the second none.
    const answer = bytes(
      [3, 2],
      ...[
        'n',
        'Nullable(Int128)',
        [0, 1],
        Array.from({ length: 16 }, (_, at) => (at === 0 ? 251 : 255)),
        eight(0),
        eight(0),
      ],
      ...['s', 'Nullable(String)', [0, 1], 'ü', ''],
      ...[
        'l',
        'LowCardinality(Nullable(String))',
        eight(1),
        [0, 6, 0, 0, 0, 0, 0, 0],
        eight(2),
        '',
        'r',
        eight(2),
        [1, 0],
      ],
    );
    const { n, s, l } = readNative(answer)[0]?.columns ?? {};
    expect(n).toEqual({ kind: 'numbers', values: Float64Array.of(-5, Number.NaN) });
    const texts = [s, l].map((column) => (column?.kind === 'maybe' ? [column.at(0), column.at(1)] : null));
    expect(texts).toEqual([
      ['ü', null],
      ['r', null],
    ]);
  });

  it('reads quotients and small numbers', () => {
    const half = [...new Uint8Array(Float64Array.of(0.5).buffer)];
    const answer = bytes([3, 1], 'q', 'Float64', half, 'i', 'Int8', [254], 'j', 'Int16', [254, 255]);
    const { q, i, j } = readNative(answer)[0]?.columns ?? {};
    expect([q, i, j].map((column) => (column?.kind === 'numbers' ? [...column.values] : null))).toEqual([
      [0.5],
      [-2],
      [-2],
    ]);
  });

  it('reads lists of numbers', () => {
    const [one, two] = [1.5, -2].map((number) => [...new Uint8Array(Float64Array.of(number).buffer)]);
    const answer = bytes([1, 3], 'q', 'Array(Float64)', eight(1), eight(1), eight(2), one ?? [], two ?? []);
    const { q } = readNative(answer)[0]?.columns ?? {};
    const read = q?.kind === 'lists' ? [q.at(0, 0), q.at(0, 1), q.at(1, 0), q.at(2, 0)] : [];
    expect(read).toEqual([1.5, Number.NaN, Number.NaN, -2]);
  });

  it('refuses a type that it does not know', () => {
    expect(() => readNative(bytes([1, 1], 'x', 'Decimal(9, 2)', [0]))).toThrow(/Decimal\(9, 2\)/);
  });
});

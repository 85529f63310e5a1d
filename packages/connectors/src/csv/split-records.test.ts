import { describe, expect, it } from 'vitest';
import { splitRecords } from './split-records.ts';

const dialect = { encoding: 'utf-8', delimiter: ',', newline: 'lf' } as const;

describe('splitRecords', () => {
  it('keeps nothing of the chunk that it was given, a Buffer of Node among them', () => {
    const splitter = splitRecords(dialect);
    const chunk = Buffer.from('id,name\n1,Ann\n2,B');
    const [first] = splitter.push(chunk);
    chunk.fill(0x2a);
    const [second] = [...splitter.push(Buffer.from('ob\n')), ...splitter.end()];
    const text = (batch: typeof first) => (batch?.kind === 'records' ? new TextDecoder().decode(batch.bytes) : null);
    expect(text(first)).toBe('id,name\n1,Ann\n');
    expect(text(second)).toBe('2,Bob\n');
    if (first?.kind === 'records') expect(first.bytes.buffer.byteLength).toBe(first.bytes.length);
  });
});

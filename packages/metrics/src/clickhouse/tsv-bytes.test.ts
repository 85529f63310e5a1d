import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packTexts } from '../batch/pack-events.ts';
import { PackedFields, TsvBytes } from './tsv-bytes.ts';
import { tsvRow } from './tsv-row.ts';

describe('rows of bytes', () => {
  it('are what rows of texts are', () => {
    // No text of an event holds NUL.
    const text = fc.string({ unit: 'grapheme' }).map((any) => any.replaceAll('\0', '\t\\\n'));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 20 }), (texts) => {
        const rows = new TsvBytes();
        const fields = new PackedFields(packTexts(texts));
        for (const one of texts) {
          fields.next();
          expect(fields.text()).toBe(one);
          expect(fields.isEmpty).toBe(one === '');
          fields.writeTo(rows);
          rows.plain('\t-7\n');
        }
        expect(rows.take()).toBe(texts.map((one) => tsvRow([one, -7])).join(''));
        expect(rows.take()).toBe('');
      }),
      { endOnFailure: true },
    );
  });

  it('grow as they need', () => {
    const rows = new TsvBytes();
    const long = new TextEncoder().encode('\\'.repeat(100_000));
    rows.field(long, 0, long.length);
    rows.plain('ü'.repeat(50_000));
    expect(rows.take()).toBe('\\\\'.repeat(100_000) + 'ü'.repeat(50_000));
  });
});

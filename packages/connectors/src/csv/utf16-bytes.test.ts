import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf16Bytes } from './utf16-bytes.ts';

/** Text as UTF-16 of either order of bytes. */
function encoded(text: string, encoding: 'utf-16le' | 'utf-16be'): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), encoding === 'utf-16le');
  return bytes;
}

/** What comes of bytes that arrive in pieces of those lengths, one after another. */
function inPieces(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', lengths: readonly number[]): Uint8Array {
  const to = utf16Bytes(encoding);
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (let next = 0; at < bytes.length; next += 1) {
    const length = lengths[next % lengths.length] as number;
    pieces.push(to.push(bytes.slice(at, at + length)));
    at += length;
  }
  return Buffer.concat([...pieces, to.end()]);
}

describe.each(['utf-16le', 'utf-16be'] as const)('%s as UTF-8', (encoding) => {
  const lengths = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });

  it('is the same text, however it comes in pieces, without the mark at its start', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), lengths, (text, pieces) => {
        const found = inPieces(encoded(`\ufeff${text}`, encoding), encoding, pieces);
        expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(found)).toBe(text);
      }),
    );
  });

  it('is no UTF-8 where it was no text, and all else stays', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('\ud83e', '\udd8a'),
        lengths,
        (text, half, pieces) => {
          const found = inPieces(encoded(`${text},${half},\ufffd`, encoding), encoding, pieces);
          expect(() => new TextDecoder('utf-8', { fatal: true }).decode(found)).toThrow(TypeError);
          const [, ...rest] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(found).split(`${text},`);
          expect(rest.join(`${text},`)).toBe('\ufffd\ufffd\ufffd,\ufffd');
        },
      ),
    );
  });

  it('is no UTF-8 where it ends in the middle of a character', () => {
    const found = inPieces(encoded('ab', encoding).slice(0, 3), encoding, [2]);
    expect([...found]).toEqual([97, 0xff]);
  });

  it('tells two halves apart', () => {
    const of = (text: string) => Buffer.from(inPieces(encoded(text, encoding), encoding, [3])).toString('hex');
    expect(of('q\ud83e')).not.toBe(of('q\ud83f'));
  });
});

const byteOrderMark = 0xfeff;
const encoder = new TextEncoder();

/** Turns UTF-16, as it comes in pieces, into UTF-8. */
export interface Utf16Bytes {
  push(chunk: Uint8Array): Uint8Array;
  end(): Uint8Array;
}

/**
 * What is no text in UTF-16 (half a surrogate pair, half a unit at the end) becomes bytes that are no text in UTF-8
 * either, so that the record that holds it is found: `TextDecoder` would put U+FFFD there, and make two ids one.
 */
export function utf16Bytes(encoding: 'utf-16le' | 'utf-16be'): Utf16Bytes {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  const isLittle = encoding === 'utf-16le';
  let pending: Uint8Array = new Uint8Array(0);
  let isAtStart = true;

  function take(chunk: Uint8Array, isFinal: boolean): Uint8Array {
    const bytes = joined(pending, chunk);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let end = bytes.length - (bytes.length % 2);
    if (!isFinal && end >= 2 && isHigh(view.getUint16(end - 2, isLittle))) end -= 2;
    pending = bytes.slice(end);
    const start = isAtStart && end >= 2 && view.getUint16(0, isLittle) === byteOrderMark ? 2 : 0;
    if (end > 0) isAtStart = false;
    const text = decoder.decode(bytes.subarray(start, end));
    const whole = text.includes('\ufffd') ? unitByUnit(view, { start, end, isLittle }) : encoder.encode(text);
    return isFinal && pending.length > 0 ? joined(whole, Uint8Array.of(0xff)) : whole;
  }

  return {
    push: (chunk) => take(chunk, false),
    end: () => take(new Uint8Array(0), true),
  };
}

/** The same with half surrogate pairs as three bytes each, which no UTF-8 has. */
function unitByUnit(
  view: DataView,
  { start, end, isLittle }: { readonly start: number; readonly end: number; readonly isLittle: boolean },
): Uint8Array {
  const bytes: number[] = [];
  for (let at = start; at < end; at += 2) {
    const unit = view.getUint16(at, isLittle);
    const next = at + 2 < end ? view.getUint16(at + 2, isLittle) : 0;
    if (isHigh(unit) && isLow(next)) {
      bytes.push(...encoder.encode(String.fromCharCode(unit, next)));
      at += 2;
    } else if (isHigh(unit) || isLow(unit)) {
      bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
    } else bytes.push(...encoder.encode(String.fromCharCode(unit)));
  }
  return Uint8Array.from(bytes);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

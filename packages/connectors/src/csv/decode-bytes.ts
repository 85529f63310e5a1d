// The five codes that windows-1252 leaves free stay what they are.
const windows1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/**
 * Bytes as text. Invalid UTF-8 becomes U+FFFD unless `fatal` is asked for.
 * Node 24.9 decodes `windows-1252` as latin-1 (0x80 gives U+0080 and not the euro sign), so the upper controls are mapped here.
 * @throws TypeError with `fatal`, when the bytes are not UTF-8
 * @example decodeBytes(new Uint8Array([0x80]), 'windows-1252') // '€'
 */
export function decodeBytes(bytes: Uint8Array, encoding: 'utf-8' | 'windows-1252', fatal = false): string {
  if (encoding === 'utf-8') return new TextDecoder('utf-8', { fatal, ignoreBOM: true }).decode(bytes);
  const text = new TextDecoder('windows-1252').decode(bytes);
  return text.replace(/[\x80-\x9f]/g, (character) => windows1252[character.charCodeAt(0) - 0x80] as string);
}

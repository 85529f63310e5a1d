import { ProblemError } from '@sameteam/api';

/**
 * The text that a header of the binary mode stands for: quotes are taken away, then one round of percent-decoding is done.
 * A percent sign that two hexadecimal digits do not follow is taken as it is, and so are bytes beyond ASCII, which must be
 * UTF-8 with the decoded ones.
 * Source: CloudEvents HTTP protocol binding 1.0.2, 3.1.3.2.
 * @param value as HTTP has it: a character for each byte
 * @throws ProblemError `invalid-request` for what is not UTF-8 then
 * @example decodeHeaderValue('ce-subject', '"lead/%E2%82%AC%20\\"42\\""') // 'lead/€ "42"'
 */
export function decodeHeaderValue(name: string, value: string): string {
  const plain = unquoted(value.trim());
  if (!/[%\u0080-\uffff]/.test(plain)) return plain;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(plain));
  } catch (cause) {
    const what = `Cannot read the header ${name}: its value is not UTF-8. Percent-encode each byte of its UTF-8 form, € as %E2%82%AC.`;
    throw new ProblemError('invalid-request', { what }, { cause });
  }
}

function unquoted(value: string): string {
  return /^".*"$/s.test(value) && value.length > 1 ? value.slice(1, -1).replaceAll(/\\(.)/gs, '$1') : value;
}

function bytesOf(text: string): Uint8Array {
  // A text that was made in this process, rather than read from a socket, can hold more than bytes.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of a byte.
  if (/[^\u0000-\u00ff]/.test(text)) return percentDecoded(new TextEncoder().encode(text));
  return percentDecoded(Uint8Array.from(text, (character) => character.charCodeAt(0)));
}

const percent = 0x25;

function percentDecoded(bytes: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(bytes.length);
  let length = 0;
  for (let place = 0; place < bytes.length; place++) {
    const high = bytes[place] === percent ? hexDigit(bytes[place + 1]) : -1;
    const low = high < 0 ? -1 : hexDigit(bytes[place + 2]);
    if (low < 0) {
      decoded[length++] = bytes[place] as number;
    } else {
      decoded[length++] = high * 16 + low;
      place += 2;
    }
  }
  return decoded.subarray(0, length);
}

/** The value of a hexadecimal digit; -1 for anything else. */
function hexDigit(byte: number | undefined): number {
  const digit = byte === undefined ? Number.NaN : Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(digit) ? -1 : digit;
}

import type { ItemFault, ItemFaultCode } from './item.ts';

interface FaultParts {
  readonly position: { readonly line: number; readonly column: number } | null;
  readonly found: string;
  readonly expected: string;
}

const messages: { readonly [Code in ItemFaultCode]: (parts: FaultParts & { readonly where: string }) => string } = {
  'not-json': ({ where, found, expected }) =>
    `The item is no JSON: found ${found}${where}, expected ${expected}. Have a JSON library write it.`,
  'bad-utf8': ({ where, found }) =>
    `The item is no UTF-8: found ${found}${where}. Write the file as UTF-8; it may be Windows-1252 or Latin-1 now.`,
  'too-large': ({ found, expected }) =>
    `The item is ${found}. Send ${expected}; look for a quote or a bracket that is not closed.`,
  nul: () => 'The row holds the character NUL, which no text has. Export the file again.',
  'cut-off': () => 'The file ends in the middle of this row. It was cut off: export or copy it again.',
  'bad-quote': () => 'A quote stands in the middle of a quoted cell. Double it ("") where it belongs to the text.',
  'unclosed-quote': () =>
    'A quote is opened and not closed. Close it, or double it where it belongs to the text; the rows after it were read.',
  'too-deep': ({ found, expected }) => `The item is nested ${found}. Send ${expected}.`,
  'too-many': ({ found, expected }) => `The item holds ${found}. Send ${expected}.`,
};

/** Puts a fault of an item into words. */
export function itemFault(code: ItemFaultCode, parts: FaultParts): ItemFault {
  const { position } = parts;
  const where = position === null ? '' : ` in line ${position.line}, column ${position.column}`;
  return { code, ...parts, message: messages[code]({ ...parts, where }) };
}

/** The fault of an item that was given up because of its size. */
export function tooLarge(limit: number): ItemFault {
  const size = limit >= 1_000_000 ? `${Math.floor(limit / 1_000_000)} MB` : `${limit} bytes`;
  return itemFault('too-large', { position: null, found: `longer than ${size}`, expected: `at most ${size}` });
}

/** A decimal number as digits: `-12.50` is `{ digits: '-1250', scale: 2 }`. */
export interface Decimal {
  readonly digits: string;
  /** How many of the digits stand behind the decimal sign. */
  readonly scale: number;
}

const forms = {
  '.': /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+|\d+)(?:\.(\d*))?$/,
  ',': /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+|\d+)(?:,(\d*))?$/,
} as const;

/**
 * Reads a decimal number without floats. Groups of thousands may be parted by the sign that is not the decimal one, by
 * blanks or by apostrophes; a currency sign or code may stand before or after; parentheses mean minus.
 * @param decimal the decimal sign
 * @returns `null` for what is not such a number
 * @example parseDecimal('R$ 1.234,50', ',') // { digits: '123450', scale: 2 }
 */
export function parseDecimal(text: string, decimal: '.' | ','): Decimal | null {
  const inner = /^\((.*)\)$/.exec(text);
  const bare = (inner?.[1] ?? text)
    .replace(/^([+-]?)\s*(?:[A-Z]{3}|[A-Z]{0,2}\p{Sc})?\s*([+-]?)/u, '$1$2')
    .replace(/\s*(?:\p{Sc}|[A-Z]{3}|%)$/u, '');
  const parts = forms[decimal].exec(bare);
  if (parts === null) return null;
  const isMinus = (parts[1] === '-') !== (inner !== null);
  const fraction = parts[3] ?? '';
  const digits = `${(parts[2] ?? '').replace(/\D/g, '')}${fraction}`.replace(/^0+(?=\d)/, '');
  return { digits: isMinus && /[1-9]/.test(digits) ? `-${digits}` : digits, scale: fraction.length };
}

/**
 * A decimal in units of 10^-`places`: its whole minor units.
 * @returns an integer within ±(2^53 - 1), or `null` when digits would be lost
 * @example scaleDecimal({ digits: '125', scale: 1 }, 2) // 1250
 */
export function scaleDecimal({ digits, scale }: Decimal, places: number): number | null {
  const surplus = scale - places;
  if (surplus > 0) {
    const [kept, lost] = [digits.slice(0, -surplus), digits.slice(-surplus)];
    if (/[1-9]/.test(lost)) return null;
    return safe(kept === '' || kept === '-' ? '0' : kept);
  }
  return safe(digits + '0'.repeat(-surplus));
}

function safe(digits: string): number | null {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? (value === 0 ? 0 : value) : null;
}

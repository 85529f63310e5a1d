import { currencyDigits } from './currency-digits.ts';
import { fault, type Normalized } from './normalized.ts';

/**
 * Why an amount of money cannot be told in minor units, by code.
 * @example moneyFaults.ambiguous // 'its signs can be read in two ways'
 */
export const moneyFaults = {
  empty: 'it is empty',
  'unknown-currency': 'its currency has no code of ISO 4217 with a minor unit',
  'not-a-number': 'it is not a decimal number',
  ambiguous: 'its signs can be read in two ways',
  'too-many-digits': 'it has more digits than the minor unit of its currency',
  'out-of-range': 'it lies beyond 2^53 minor units',
} as const;

/** A code of {@link moneyFaults}. */
export type MoneyFault = keyof typeof moneyFaults;

/** An amount of money as the model has it. */
export interface MoneyParts {
  /** Whole minor units, within ±(2^53 - 1). */
  readonly amountMinor: number;
  /** ISO 4217, in upper case. */
  readonly currency: string;
}

/** How an amount is written. */
export interface AmountOptions {
  /** The decimal sign; the other one, blanks and apostrophes then part thousands. Without it none of these may stand there. */
  readonly decimal?: '.' | ',' | undefined;
}

const grouped = {
  '.': /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}|\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+|\d+)(?:\.(\d+))?$/,
  ',': /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+|\d+)(?:,(\d+))?$/,
} as const;

/**
 * An amount of money in whole minor units, exact by moving digits, never by floats: 12.50 EUR is 1250, 500 JPY is 500,
 * 1.5 KWD is 1500. A number is read as JavaScript writes it, so that 0.1 + 0.2 has too many digits. Of a text without
 * `decimal`, only digits and one point are read; `1.234`, which is a thousand in half of the world, is ambiguous then.
 * Groups of India (12,34,567.50) are read with the decimal point. Zeros behind the last digit of the minor unit say nothing and are taken. Digits by `currencyDigits`. O(n), never throws.
 * @param currency ISO 4217, in any case
 * @param options.decimal the decimal sign, for texts of people and of exports
 * @returns minor units, or a code of {@link moneyFaults}
 * @example toMinorUnits('1.234,50', 'eur', { decimal: ',' }) // { success: true, amountMinor: 123450, currency: 'EUR' }
 */
export function toMinorUnits(
  amount: string | number,
  currency: string,
  { decimal }: AmountOptions = {},
): Normalized<MoneyParts, MoneyFault> {
  const code = currency.length > 10 ? '' : currency.trim().toUpperCase();
  const places = currencyDigits(code);
  if (places === null) return fault('unknown-currency');
  const text = typeof amount === 'number' ? plainNumber(amount) : amount.trim();
  if (text === '') return fault('empty');
  const parts = typeof amount === 'number' ? grouped['.'].exec(text) : readAmount(text, decimal);
  if (parts === null) return fault('not-a-number');
  if (parts === 'ambiguous') return fault('ambiguous');
  const [, sign = '', whole = '', fraction = ''] = parts;
  const exact = withoutEndZeros(fraction);
  if (exact.length > places) return fault('too-many-digits');
  const minor = Number(whole.replace(/\D/g, '') + exact.padEnd(places, '0'));
  if (!Number.isSafeInteger(minor)) return fault('out-of-range');
  return { success: true, amountMinor: sign === '-' && minor !== 0 ? -minor : minor, currency: code };
}

function readAmount(text: string, decimal: '.' | ',' | undefined): RegExpExecArray | 'ambiguous' | null {
  // Longer texts are no amounts, whatever stands in them.
  if (text.length > 100) return null;
  if (decimal !== undefined) return grouped[decimal].exec(text);
  const plain = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text);
  const couldBeGroups = plain?.[3]?.length === 3 && (plain[2] ?? '').length <= 3 && !/^0/.test(plain[2] ?? '');
  if (plain !== null) return couldBeGroups ? 'ambiguous' : plain;
  return grouped['.'].test(text) || grouped[','].test(text) ? 'ambiguous' : null;
}

/** The digits of a number, without an exponent where it can be said without one. */
function plainNumber(amount: number): string {
  const text = String(amount);
  if (!/e/.test(text)) return text;
  // From 1e21 on; what is that small has more digits than any currency.
  return Math.abs(amount) >= 1 ? BigInt(amount).toString() : `0.${'0'.repeat(6)}1`;
}

function withoutEndZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}

import {
  type CountryCode,
  isSupportedCountry,
  ParseError,
  type PhoneNumber,
  parsePhoneNumberWithError,
} from 'libphonenumber-js/max';
import { asciiDigits } from './ascii-digits.ts';
import { fault, type Normalized } from './normalized.ts';

/**
 * Why a text is not a phone number, by code.
 * @example phoneFaults['no-country'] // 'it names no country'
 */
export const phoneFaults = {
  empty: 'it is empty',
  'too-long': 'it has more digits than numbers of its country',
  'too-short': 'it has fewer digits than numbers of its country',
  formula: 'a spreadsheet would take it for a formula',
  'not-a-number': 'it is not a phone number',
  'no-country': 'it names no country',
  'not-dialled': 'no such number can be dialled in its country',
} as const;

/** A code of {@link phoneFaults}. */
export type PhoneFault = keyof typeof phoneFaults;

/** A phone number in its normal form. */
export interface PhoneParts {
  /** ITU-T E.164: plus, country code, number. */
  readonly e164: string;
  /** ISO 3166-1 alpha-2; `null` where the number belongs to no single country, such as +800. */
  readonly country: string | null;
  /** Digits to dial after the connection stands; `null` without one. */
  readonly extension: string | null;
}

/** What is known beside the text of a phone number. */
export interface PhoneOptions {
  /** ISO 3166-1 alpha-2 of the country whose national numbers are meant, in any case. Without it only international ones are read. */
  readonly defaultCountry?: string | undefined;
}

const codes: Readonly<Record<string, PhoneFault>> = {
  NOT_A_NUMBER: 'not-a-number',
  INVALID_COUNTRY: 'no-country',
  TOO_SHORT: 'too-short',
  TOO_LONG: 'too-long',
  INVALID_LENGTH: 'not-dialled',
};

/**
 * Brings a phone number into the form of E.164, with its extension apart. Digits of any script are read, and wide forms (`＋`). A number that
 * begins with 00 and no default country is tried as an international one.
 * Source: libphonenumber-js 1.13.16 with its full (`max`) metadata, which knows the ranges that each country dials; the
 * smaller build only knows lengths. O(n), never throws; texts beyond 200 characters are refused unread.
 * @param options.defaultCountry ISO 3166-1 alpha-2; a country that the metadata lacks counts as none
 * @returns the number, or a code of {@link phoneFaults}; empty text is the code `empty`
 * @example
 * normalizePhone('(030) 2312-5042 ext. 7', { defaultCountry: 'DE' })
 * // { success: true, e164: '+493023125042', country: 'DE', extension: '7' }
 */
export function normalizePhone(
  text: string,
  { defaultCountry }: PhoneOptions = {},
): Normalized<PhoneParts, PhoneFault> {
  const trimmed = text.trim().replace(/^tel:\s*/i, '');
  if (trimmed === '') return fault('empty');
  if (trimmed.length > 200) return fault('not-a-number');
  const plain = asciiDigits(trimmed);
  if (/^(?:[=@]|[+-][^0-9( ])|[|!]/.test(plain)) return fault('formula');
  const country = defaultCountry?.toUpperCase();
  const number = parsed(plain, country !== undefined && isSupportedCountry(country) ? country : undefined);
  if (typeof number === 'string') return fault(number);
  if (!number.isValid()) return fault('not-dialled');
  return { success: true, e164: number.number, country: number.country ?? null, extension: number.ext ?? null };
}

function parsed(text: string, defaultCountry: CountryCode | undefined): PhoneNumber | PhoneFault {
  const international = defaultCountry === undefined && /^00[1-9]/.test(text) ? `+${text.slice(2)}` : text;
  try {
    return parsePhoneNumberWithError(international, { extract: false, ...(defaultCountry && { defaultCountry }) });
  } catch (error) {
    if (error instanceof ParseError) return codes[error.message] ?? 'not-a-number';
    throw error;
  }
}

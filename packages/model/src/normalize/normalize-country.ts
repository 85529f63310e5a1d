import { countryOfCode, countryOfName } from './country-names.ts';
import { fault, type Normalized } from './normalized.ts';

/**
 * Why a text is not a country, by code.
 * @example countryFaults.ambiguous // 'two countries are called so'
 */
export const countryFaults = {
  empty: 'it is empty',
  unknown: 'it is neither a code of ISO 3166-1 nor the name of a country in a language that is known',
  ambiguous: 'two countries are called so',
} as const;

/** A code of {@link countryFaults}. */
export type CountryFault = keyof typeof countryFaults;

/**
 * The ISO 3166-1 alpha-2 code of a country, from that code, the alpha-3 code, or its name in one of 37 languages. Case,
 * accents and punctuation do not matter, and `&` is `and`. ASCII texts of up to three letters are only read as codes and as UK, UAE and the
 * like, with dots or without; where the same letters are both, the code wins. Parts of the United Kingdom are GB. Kosovo is XK, which ISO leaves
 * to users. Source: i18n-iso-countries 7.14.0, rather than `Intl`, whose names differ between machines. Never throws.
 * @returns the code in upper case, or a code of {@link countryFaults}: Congo is `ambiguous`
 * @example normalizeCountry('Österreich') // { success: true, country: 'AT' }
 */
export function normalizeCountry(text: string): Normalized<{ country: string }, CountryFault> {
  const trimmed = text.trim();
  if (trimmed === '') return fault('empty');
  if (trimmed.length > 200) return fault('unknown');
  const country = countryIn(trimmed);
  if (country === null) return fault('ambiguous');
  return country === undefined ? fault('unknown') : { success: true, country };
}

function countryIn(text: string): string | null | undefined {
  if (/^[a-z]{1,3}$/i.test(text)) return countryOfCode(text.toUpperCase());
  const letters = /^[a-z](?:\. ?[a-z]){1,2}\.?$/i.test(text) ? text.replace(/[. ]/g, '') : '';
  return countryOfCode(letters.toUpperCase()) ?? countryOfName(text);
}

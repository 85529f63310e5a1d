import { hasLoneSurrogate } from '../text/lone-surrogates.ts';
import { fault, type Normalized } from './normalized.ts';

/**
 * Why a text is not a name, by code.
 * @example nameFaults.empty // 'it holds nothing that can be seen'
 */
export const nameFaults = {
  empty: 'it holds nothing that can be seen',
  'lone-surrogate': 'it holds half of a surrogate pair',
} as const;

/** A code of {@link nameFaults}. */
export type NameFault = keyof typeof nameFaults;

/** Control characters, and those that change the direction of what follows, or cannot be seen and join nothing. */
const invisible = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;

const isBlank = /\s/u;

/** Letters without a shape, blanks of Hangul and Braille among them: they stay within a name, and are none alone. */
const shapeless = /^[\p{Default_Ignorable_Code_Point}\u2800\s]*$/u;

/**
 * Each run of blanks as one. Character by character: a run of millions would take more of the stack of regular expressions
 * than a process may have.
 */
function oneBlank(text: string): string {
  return text.replace(/\s/gu, (_, place: number) => (place > 0 && isBlank.test(text[place - 1] ?? '') ? '' : ' '));
}

/**
 * Brings a name in any script into one form: NFC, one blank between words, none around, no control characters. Case and
 * order stay as the person has them, and a full name is not split: both are guesses that are wrong for millions of people.
 * Joiners (U+200C, U+200D) stay, since Persian and the scripts of India need them. O(n), never throws.
 * @returns the name, or a code of {@link nameFaults}
 * @example normalizeName('  Ann\u00a0 Keller\n') // { success: true, name: 'Ann Keller' }
 */
export function normalizeName(text: string): Normalized<{ name: string }, NameFault> {
  if (hasLoneSurrogate(text)) return fault('lone-surrogate');
  const name = oneBlank(oneBlank(text).replace(invisible, '').normalize('NFC')).trim();
  return shapeless.test(name) ? fault('empty') : { success: true, name };
}

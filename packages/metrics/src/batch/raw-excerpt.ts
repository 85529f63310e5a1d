import { withoutLoneSurrogates } from '@sameteam/model';

/** Characters of a bad row that are kept. */
const rawLimit = 10_000;

/** The part of a bad row that is kept: its beginning, as text that every store can hold. */
export function rawExcerpt(raw: string): string {
  return keepableText(raw.slice(0, rawLimit));
}

/** A text as every store can hold it: U+FFFD stands in the place of half a character and of NUL. */
export function keepableText(text: string): string {
  return withoutLoneSurrogates(text).replaceAll('\0', '\u{fffd}');
}

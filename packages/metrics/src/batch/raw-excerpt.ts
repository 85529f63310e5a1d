import { withoutLoneSurrogates } from '@sameteam/model';

/** Characters of a bad row that are kept. */
const rawLimit = 10_000;

/** The part of a bad row that is kept: its beginning, as text that every store can hold. */
export function rawExcerpt(raw: string): string {
  return withoutLoneSurrogates(raw.slice(0, rawLimit)).replaceAll('\0', '\u{fffd}');
}

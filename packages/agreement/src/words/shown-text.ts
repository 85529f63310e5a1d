// What no reader sees, or what turns the direction of the text around it: control and format characters, those that are
// ignored where a font does not know them (Hangul fillers and variation selectors among them), half a character, and
// the blank of Braille. A text that looks other than it is must not be signed, so all are shown by their number; that
// an emoji made of several falls apart by it is the lesser evil.
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/gu;

// Spaces that a line of text would lose, quotes that would end a quoted value, and what looks like a number of ours.
const ambiguous = /^\s|\s$|(?<=\s)\s|[^\S ]|[“”]|\[(?=U\+)/gu;

/**
 * Free text of a document as one line that shows all that is in it: line breaks and tabs become spaces; control
 * characters, marks that turn the direction of the text around them (Trojan Source, CVE-2021-42574) and characters
 * of no width are written by their number.
 * @example shownText('a\nb\u202e') // 'a b[U+202E]'
 */
export function shownText(text: string): string {
  return text
    .replaceAll(/[^\S\ufeff]+/gu, ' ')
    .trim()
    .replaceAll(hidden, numbered);
}

/**
 * A value of the data so that no two values look alike because of what is not seen: beside what {@link shownText} writes
 * by its number, spaces at the ends and next to one another are, and quotes.
 * @example shownExactly('a  b') // 'a [U+0020]b'
 */
export function shownExactly(value: string): string {
  return value.replaceAll(ambiguous, numbered).replaceAll(hidden, numbered);
}

function numbered(found: string): string {
  return `[U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

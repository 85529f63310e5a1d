// Control characters, and those that turn the direction of what stands around them: a text that looks other than
// it is must not be signed, so they are shown by their number.
const hidden = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200b\u2060]/gu;

/**
 * Free text of a document as one line that shows all that is in it: line breaks and tabs become spaces; control
 * characters, marks that turn the direction of the text around them (Trojan Source, CVE-2021-42574) and characters
 * of no width are written by their number.
 * @example shownText('a\nb\u202e') // 'a b[U+202E]'
 */
export function shownText(text: string): string {
  return text
    .replaceAll(/[\s\u2028\u2029]+/gu, ' ')
    .trim()
    .replaceAll(hidden, (found) => `[U+${found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
}

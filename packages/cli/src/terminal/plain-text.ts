/**
 * Text from data as a terminal may show it: control characters, which could move the cursor or change colours, and
 * marks that turn the direction of writing are shown as `\uXXXX`.
 * @example plainText('a\u001b[31mb') // 'a\\u001b[31mb'
 */
export function plainText(text: string): string {
  return text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out.
    /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

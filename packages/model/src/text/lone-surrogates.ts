/** ES2024; the workspace's `lib` is ES2023, its engines (Node 22, browsers of 2023) have it. */
type Checkable = string & { isWellFormed(): boolean; toWellFormed(): string };

/**
 * Whether a text holds half of a surrogate pair, which no UTF-8 file can hold. O(n), native.
 * @example hasLoneSurrogate('\ud83d') // true
 */
export function hasLoneSurrogate(text: string): boolean {
  return !(text as Checkable).isWellFormed();
}

/**
 * The text with U+FFFD in place of each half of a surrogate pair, for messages. O(n), native.
 * @example withoutLoneSurrogates('a\ud83d') // 'a\ufffd'
 */
export function withoutLoneSurrogates(text: string): string {
  return (text as Checkable).toWellFormed();
}

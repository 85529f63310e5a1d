/**
 * Whether a text has more characters than that. JSON Schema counts code points, `length` counts UTF-16 units. O(longest).
 * @example isLonger('😀😀', 2) // false
 */
export function isLonger(text: string, longest: number): boolean {
  if (text.length <= longest) return false;
  if (text.length > longest * 2) return true;
  let characters = 0;
  for (const _ of text) if (++characters > longest) return true;
  return false;
}

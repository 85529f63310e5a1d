/**
 * Orders two texts by the bytes of their UTF-8 form, as every engine does. JavaScript's `<` compares UTF-16
 * units and puts characters beyond U+FFFF before U+E000..U+FFFF: the two of the example the other way round. O(n), makes
 * no bytes.
 * A lone surrogate is ordered as U+FFFD, which is what encoders write for it.
 * @returns -1, 0 or 1
 * @example ['\uffee', '😀'].sort(compareUtf8) // ['\uffee', '😀']
 */
export function compareUtf8(a: string, b: string): -1 | 0 | 1 {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left === right) continue;
    if (left < 0xd800 && right < 0xd800) return left < right ? -1 : 1;
    return compareFrom(a, b, index);
  }
  if (a.length === b.length) return 0;
  return compareFrom(a, b, shared);
}

function compareFrom(a: string, b: string, unequal: number): -1 | 0 | 1 {
  let left = characterStart(a, unequal);
  let right = left;
  while (left < a.length && right < b.length) {
    const x = wellFormedCodePoint(a, left);
    const y = wellFormedCodePoint(b, right);
    if (x !== y) return x < y ? -1 : 1;
    left += x > 0xffff ? 2 : 1;
    right += y > 0xffff ? 2 : 1;
  }
  if (left < a.length) return 1;
  return right < b.length ? -1 : 0;
}

function characterStart(text: string, index: number): number {
  if (index === 0) return 0;
  const before = text.charCodeAt(index - 1);
  return before >= 0xd800 && before <= 0xdbff ? index - 1 : index;
}

function wellFormedCodePoint(text: string, index: number): number {
  const point = text.codePointAt(index) ?? 0;
  return point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
}

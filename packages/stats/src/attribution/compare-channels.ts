/**
 * Orders names by their code points, which is the order of their UTF-8 bytes and so that of every engine. JavaScript's
 * `<` compares UTF-16 units, and puts characters beyond U+FFFF before U+E000..U+FFFF.
 */
export function compareChannels(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let index = 0; index < shared; index++) {
    if (a.charCodeAt(index) === b.charCodeAt(index)) continue;
    const [x, y] = [a.charCodeAt(index), b.charCodeAt(index)];
    // Of two that differ, a surrogate stands for a code point above every other unit.
    return isSurrogate(x) === isSurrogate(y) ? x - y : isSurrogate(x) ? 1 : -1;
  }
  return a.length - b.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

/** A decimal digit of any script; each script has ten in a row (Unicode 15, 4.6). */
const digit = /\p{Nd}/gu;
const isDigit = /^\p{Nd}$/u;

/**
 * Digits of all scripts as those of ASCII, and the wide forms of its other characters (`＋`, `（`) as themselves: what
 * a rule for ASCII needs before it can judge a text. O(n).
 */
export function asciiDigits(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(digit, (one) => (one >= '0' && one <= '9' ? one : String(digitValue(one.codePointAt(0) ?? 0))));
}

/** Scripts that follow each other without a gap have ten digits each. */
function digitValue(code: number): number {
  let first = code;
  while (isDigit.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}

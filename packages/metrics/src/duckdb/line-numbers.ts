const space = 32;
const minus = 45;
const zero = 48;

/** The first number of a line, which stands after one letter. */
export function firstNumber(line: string): number {
  let value = 0;
  for (let at = 1; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === space) break;
    value = value * 10 + (code - zero);
  }
  return value;
}

/**
 * The whole numbers of a line, joined by spaces, which stand after one letter. Digit by digit: to cut lines into texts and
 * to make numbers of these takes three times as long.
 * @param into where they go; the line has as many of them at most
 */
export function lineNumbers(line: string, into: Float64Array): void {
  let place = 0;
  let value = 0;
  let sign = 1;
  for (let at = 1; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === space) {
      into[place++] = sign * value;
      value = 0;
      sign = 1;
    } else if (code === minus) sign = -1;
    else value = value * 10 + (code - zero);
  }
  into[place] = sign * value;
}

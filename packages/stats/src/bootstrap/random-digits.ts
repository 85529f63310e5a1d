import type { RandomSource } from './random-source.ts';

const bitsOfNumber = 52;
/** So many bits of a random number are left over: then no digit is likelier than another by more than 2^-20 of it. */
const spareBits = 20;

/**
 * Fills a list with independent digits from 0 to `base` - 1, each as likely as the other. One random number is good for
 * several: its first digits, were it written in that base.
 * @param base an integer from 1, below 2^32
 */
export function drawDigits(digits: Uint32Array, base: number, random: RandomSource): void {
  const each = Math.max(1, Math.floor((bitsOfNumber - spareBits) / Math.log2(Math.max(2, base))));
  for (let place = 0; place < digits.length; ) {
    const end = Math.min(digits.length, place + each);
    for (let rest = random(); place < end; place++) {
      const scaled = rest * base;
      const digit = scaled >>> 0;
      digits[place] = digit;
      rest = scaled - digit;
    }
  }
}

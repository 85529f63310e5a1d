/** A decimal number as a ratio of whole numbers. */
export interface DecimalRatio {
  readonly numerator: bigint;
  /** A power of ten. */
  readonly denominator: bigint;
}

/**
 * The decimal number that was written, exactly: the shortest decimal that reads back as the same double.
 * @param value finite
 * @example decimalRatio(0.92) // { numerator: 92n, denominator: 100n }
 */
export function decimalRatio(value: number): DecimalRatio {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  const [whole = '0', fraction = ''] = digits.split('.');
  const power = fraction.length - Number(exponent);
  const numerator = BigInt(whole + fraction);
  return power >= 0
    ? { numerator, denominator: 10n ** BigInt(power) }
    : { numerator: numerator * 10n ** BigInt(-power), denominator: 1n };
}

// ISO 4217 and not Intl: the tables of Intl differ from the standard (IQD has 0 there) and change with its version,
// and a signed number must not.
const exceptions: ReadonlyMap<string, number> = new Map(
  Object.entries({
    0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF',
    3: 'BHD IQD JOD KWD LYD OMR TND',
    4: 'CLF UYW',
  }).flatMap(([digits, codes]) => codes.split(' ').map((code): [string, number] => [code, Number(digits)])),
);

/**
 * How many decimal digits the minor unit of a currency stands for. Source: ISO 4217. O(1).
 * @param currency three capital letters
 * @returns 0 to 4; 2 for a code that the standard does not list
 * @example minorDigits('JPY') // 0
 */
export function minorDigits(currency: string): number {
  return exceptions.get(currency) ?? 2;
}

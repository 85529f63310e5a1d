import { numberInWords } from './number-in-words.ts';

/**
 * A share as a percentage.
 * @param share usually in [0, 1]
 * @example shareInWords(0.105) // '10.5 %'
 */
export function shareInWords(share: number): string {
  return `${numberInWords(percent(share))} %`;
}

/**
 * A share as a number of cases.
 * @param share in [0, 1]
 * @example casesInWords(0.9) // '9 of 10 cases'
 */
export function casesInWords(share: number): string {
  if (share === 1) return 'every case';
  const cases = percent(share);
  if (Number.isInteger(cases / 10)) return `${cases / 10} of 10 cases`;
  return Number.isInteger(cases) ? `${cases} of 100 cases` : `${numberInWords(cases)} % of cases`;
}

// 0.07 * 100 is 7.000000000000001.
function percent(share: number): number {
  return Number((share * 100).toPrecision(15));
}

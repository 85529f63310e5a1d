/** Codes of ISO 4217 by the digits of their minor unit. */
const codes = {
  0: 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF BYR',
  2:
    'AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW ' +
    'CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ' +
    'ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR ' +
    'MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN ' +
    'SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG ' +
    'HRK LTL MRO SLL STD VEF ZWL',
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
} as const;

const digits: ReadonlyMap<string, number> = new Map(
  Object.entries(codes).flatMap(([count, list]) => list.split(' ').map((code) => [code, Number(count)] as const)),
);

/**
 * How many digits the minor unit of a currency has: 2 where a hundred of them make one.
 * Source: ISO 4217, list one of 2024-06-25 with amendments 176 (XCG) and 179 (XAD), and currencies that were withdrawn since
 * 2015, for old amounts. Not `Intl.NumberFormat`: ICU 77 gives 13 of them (IQD, RSD, ALL, …) the digits that are printed
 * rather than those of ISO, and others come with each release.
 * @param currency a code of three capital letters
 * @returns 0, 2, 3 or 4; `null` for what is no currency, or has no minor unit, such as XAU
 * @example currencyDigits('KWD') // 3
 */
export function currencyDigits(currency: string): number | null {
  return digits.get(currency) ?? null;
}

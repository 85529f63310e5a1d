import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryText } from '../../test/arbitrary-text.ts';
import { fieldCheck } from '../validation/field-check.ts';
import { normalizePhone, phoneFaults } from './normalize-phone.ts';

const normal = (text: string, defaultCountry?: string): string => {
  const result = normalizePhone(text, { defaultCountry });
  return result.success ? [result.e164, result.country, result.extension].join(' ').trim() : result.code;
};

describe('normalizePhone', () => {
  // Numbers of switchboards and those that regulators keep for fiction, read by hand by the plan of each country.
  it.each([
    ['+49 30 23125042', undefined, '+493023125042 DE'],
    ['030 / 2312-5042', 'DE', '+493023125042 DE'],
    ['(030) 2312 5042', 'de', '+493023125042 DE'],
    ['0049 30 23125042', undefined, '+493023125042 DE'],
    ['0049 30 23125042', 'DE', '+493023125042 DE'],
    ['+49 (0)30 23125042', undefined, '+493023125042 DE'],
    ['011 49 30 23125042', 'US', '+493023125042 DE'],
    ['(212) 736-5000', 'US', '+12127365000 US'],
    ['212.736.5000 x 123', 'US', '+12127365000 US 123'],
    ['+1 212 736 5000 ext. 7', undefined, '+12127365000 US 7'],
    ['tel:+1-212-736-5000;ext=7', undefined, '+12127365000 US 7'],
    ['416-392-2489', 'CA', '+14163922489 CA'],
    ['020 7946 0958', 'GB', '+442079460958 GB'],
    ['07400 123456', 'GB', '+447400123456 GB'],
    ['01 42 68 53 00', 'FR', '+33142685300 FR'],
    // Italy keeps the zero.
    ['06 4201 2345', 'IT', '+390642012345 IT'],
    ['+39 06 4201 2345', undefined, '+390642012345 IT'],
    ['044 668 18 00', 'CH', '+41446681800 CH'],
    ['03-3224-5000', 'JP', '+81332245000 JP'],
    ['０３−３２２４−５０００', 'JP', '+81332245000 JP'],
    ['010 6552 9988', 'CN', '+861065529988 CN'],
    ['8 (495) 123-45-67', 'RU', '+74951234567 RU'],
    ['٠٢٢٧٩٥٨٠٠٠', 'EG', '+20227958000 EG'],
    ['+٩٦٦ ٥٠ ١٢٣ ٤٥٦٧', undefined, '+966501234567 SA'],
    ['+۹۸ ۲۱ ۸۸۷۷ ۶۶۵۵', undefined, '+982188776655 IR'],
    ['+९१ २२ २२६६ १२३४', undefined, '+912222661234 IN'],
    ['০২২ ২২৬৬ ১২৩৪', 'IN', '+912222661234 IN'],
    ['+๖๖ ๒ ๒๓๔ ๕๖๗๘', undefined, '+6622345678 TH'],
    ['＋８１ ３ ３２２４ ５０００', undefined, '+81332245000 JP'],
    ['＋81（3）3224−5000', undefined, '+81332245000 JP'],
    // Mathematical digits: five kinds in a row, without a gap.
    ['+𝟒𝟡 𝟯𝟢 𝟚𝟥𝟭𝟸𝟓𝟘𝟦𝟐', undefined, '+493023125042 DE'],
    ['022 2266 1234', 'IN', '+912222661234 IN'],
    ['(11) 3091-3116', 'BR', '+551130913116 BR'],
    // Argentina dials 15 where others write 9.
    ['011 15-2345-6789', 'AR', '+5491123456789 AR'],
    ['+800 1234 5678', undefined, '+80012345678'],
  ] as const)('reads %j in %s as %s', (text, country, expected) => expect(normal(text, country)).toBe(expected));

  it.each([
    ['', undefined, 'empty'],
    [' \t', 'DE', 'empty'],
    ['030 23125042', undefined, 'no-country'],
    ['030 23125042', 'ZZ', 'no-country'],
    ['n/a', 'DE', 'not-a-number'],
    ['call me at +49 30 23125042', 'DE', 'not-a-number'],
    ['+', 'DE', 'not-a-number'],
    ['=1+1', 'DE', 'formula'],
    ['@SUM(1)', 'DE', 'formula'],
    ['-cmd', 'DE', 'formula'],
    ['＝１＋１', 'DE', 'formula'],
    ['＠SUM(1)', 'DE', 'formula'],
    ['＋cmd', 'DE', 'formula'],
    ['+٣｜cmd', 'DE', 'formula'],
    ["+49|cmd'/c calc'!A0", 'DE', 'formula'],
    ['+1 212 555', undefined, 'not-dialled'],
    ['+1 555 0100', undefined, 'not-dialled'],
    ['000000', 'DE', 'not-dialled'],
    ['+999 123456', undefined, 'no-country'],
    ['+49 30 2312504212345678', undefined, 'too-long'],
    ['1'.repeat(201), 'DE', 'not-a-number'],
    ['٣'.repeat(100), 'EG', 'too-long'],
  ] as const)('refuses %j in %s as %s', (text, country, code) => expect(normal(text, country)).toBe(code));

  it('answers to any text, and to its own answer with the same', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789 +-()/.x'), maxLength: 20 });
    const country = fc.constantFrom(undefined, 'DE', 'US', 'IT', 'AR', 'BR', 'MX', 'CI', 'RU', 'zz', '');
    const check = fieldCheck('lead.captured', ['data', 'contact', 'phone']);
    fc.assert(
      fc.property(fc.oneof(digits, arbitraryText()), country, (text, defaultCountry) => {
        const result = normalizePhone(text, { defaultCountry });
        if (!result.success) {
          expect(Object.keys(phoneFaults)).toContain(result.code);
          return;
        }
        expect(result.e164).toMatch(/^\+[1-9]\d{4,14}$/);
        expect(normalizePhone(result.e164)).toEqual({ ...result, extension: null });
        expect(check?.(result.e164)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('answers to texts of 10 MB at once', () => {
    const start = performance.now();
    for (const unit of ['1', '+', ' ', '(', 'x1', '٣', '\ud83d']) {
      expect(normalizePhone(unit.repeat(10_000_000 / unit.length), { defaultCountry: 'DE' }).success).toBe(false);
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

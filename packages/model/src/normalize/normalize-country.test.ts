import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countryTableSource } from '../../scripts/country-table.ts';
import { arbitraryText } from '../../test/arbitrary-text.ts';
import { countryFaults, normalizeCountry } from './normalize-country.ts';

const normal = (text: string): string => {
  const result = normalizeCountry(text);
  return result.success ? result.country : result.code;
};

/** Country, and ways to write it. */
const table: Readonly<Record<string, string>> = {
  DE: 'DE|de|D.E.|d. e.|DEU|Germany|Deutschland|Allemagne|Alemania|Германия|ドイツ|德国|독일|ألمانيا|גרמניה|Niemcy|Tyskland|Γερμανία',
  AT: 'Austria|Österreich|Osterreich|Autriche|AUT',
  CH: 'Schweiz|Suisse|Svizzera|Switzerland|CHE',
  GB: 'UK|U.K.|United Kingdom|the United Kingdom|Great Britain|England|Scotland|Wales|Northern Ireland|Royaume-Uni|英国|GBR',
  US: 'USA|U.S.A.|us|United States|United States of America|America|États-Unis|Estados Unidos|Vereinigte Staaten|アメリカ|美国|США',
  NL: 'Nederland|Holland|The Netherlands|Niederlande|Pays-Bas',
  CZ: 'Czech Republic|Czechia|Česko|Tschechien',
  SI: 'Slovenia|Slovenija|Slowenien',
  SK: 'Slovakia|Slovensko|Slovak Republic|Slowakei',
  CI: "Côte d'Ivoire|Côte d’Ivoire|COTE D IVOIRE|Ivory Coast",
  KR: 'South Korea|Korea (South)|Korea, Republic of|Korea|Republic of Korea|대한민국|韩国',
  KP: 'North Korea|Korea (North)',
  TR: 'Türkiye|Turkey|Turkei',
  GR: 'EL|GR|Greece|Ελλάδα|Hellas',
  IN: 'India|भारत|Indien|インド',
  TH: 'Thailand|ไทย',
  AE: 'UAE|United Arab Emirates|الإمارات العربية المتحدة',
  TW: 'Taiwan|台灣|台湾',
  HK: 'Hong Kong|Hongkong|香港',
  GE: 'Georgia|Georgien',
  NE: 'Niger',
  NG: 'Nigeria|NGA',
  GN: 'Guinea',
  GW: 'Guinea-Bissau',
  GQ: 'Equatorial Guinea',
  PG: 'Papua New Guinea',
  DM: 'Dominica',
  DO: 'Dominican Republic',
  CD: 'Democratic Republic of the Congo|DR Congo|COD',
  CG: 'Republic of the Congo|COG',
  XK: 'Kosovo',
  IR: 'Iran, Islamic Republic of|Iran (Islamic Republic of)',
  VA: 'Holy See|Vatican City',
  TT: 'Trinidad & Tobago|Trinidad and Tobago',
  AG: 'Antigua & Barbuda',
  BA: 'Bosnia & Herzegovina',
  CN: '中國|中国',
  BY: 'Weißrussland|WEISSRUSSLAND|Belarus',
  SA: 'KSA|K.S.A.',
  VE: 'Venezuela, Bolivarian Republic of',
  TZ: 'Tanzania, United Republic of',
};

describe('normalizeCountry', () => {
  it.each(Object.entries(table).flatMap(([code, names]) => names.split('|').map((name) => [name, code] as const)))(
    'reads %j as %s',
    (name, code) => expect(normal(name)).toBe(code),
  );

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['Congo', 'ambiguous'],
    ['Kongo', 'ambiguous'],
    ['Atlantis', 'unknown'],
    ['EN', 'unknown'],
    ['E.N.', 'unknown'],
    ['&', 'unknown'],
    ['y', 'unknown'],
    ['49', 'unknown'],
    ['276', 'unknown'],
    ['Europe', 'unknown'],
    ['__proto__', 'unknown'],
    ['constructor', 'unknown'],
    ['Germany, France', 'unknown'],
    ['x'.repeat(201), 'unknown'],
  ])('refuses %j as %s', (text, code) => expect(normal(text)).toBe(code));

  it('answers to texts of 10 MB at once', () => {
    const start = performance.now();
    for (const unit of ['a', ' ', 'a\u0301', '\ud83d']) normalizeCountry(unit.repeat(10_000_000 / unit.length));
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it('lets the code win where the same letters are a name', () => {
    // Mỹ, Bỉ and Nga are the United States, Belgium and Russia in Vietnamese.
    expect([normal('MY'), normal('Mỹ'), normal('BI'), normal('Bỉ'), normal('NGA')]).toEqual([
      'MY',
      'US',
      'BI',
      'BE',
      'NG',
    ]);
  });

  it('answers to any text, and to its own answer with the same', () => {
    const names = Object.values(table).flatMap((list) => list.split('|'));
    fc.assert(
      fc.property(fc.oneof(arbitraryText(), fc.constantFrom(...names)), (text) => {
        const result = normalizeCountry(text);
        if (!result.success) {
          expect(Object.keys(countryFaults)).toContain(result.code);
          return;
        }
        expect(normalizeCountry(result.country)).toEqual(result);
      }),
    );
  });

  it('has the table that i18n-iso-countries gives', () => {
    const written = readFileSync(new URL('country-table.ts', import.meta.url), 'utf8');
    expect(written === countryTableSource(), 'npm run countries -w @sameteam/model').toBe(true);
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { foldedName } from '../src/normalize/folded-name.ts';

const { resolve } = createRequire(import.meta.url);

/** The languages whose names of countries are known. */
const languages =
  'ar bg cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sr sv th tr uk vi zh';

/** What people write and none of the lists has. Parts of the United Kingdom are no countries of ISO 3166-1. */
const moreNames: Readonly<Record<string, readonly string[]>> = {
  BA: ['Bosnia'],
  CD: ['DR Congo', 'DRC', 'Congo-Kinshasa', 'Congo (Kinshasa)'],
  CG: ['Congo-Brazzaville', 'Congo (Brazzaville)'],
  DE: ['Federal Republic of Germany', 'Bundesrepublik Deutschland', 'BRD'],
  FR: ['République française'],
  GB: [
    'England',
    'Scotland',
    'Wales',
    'Northern Ireland',
    'U.K.',
    'United Kingdom of Great Britain and Northern Ireland',
  ],
  GR: ['Hellas'],
  IE: ['Republic of Ireland', 'Éire'],
  KR: ['Korea', 'South-Korea', '한국'],
  MK: ['Macedonia', 'FYROM'],
  MO: ['Macau SAR', 'Macao SAR'],
  HK: ['Hong Kong SAR', 'Hongkong'],
  NL: ['Holland', 'Die Niederlande', 'Les Pays-Bas'],
  SK: ['Slovak Republic'],
  TL: ['East Timor'],
  TT: ['Trinidad'],
  TW: ['台灣', '臺灣'],
  US: ['America', 'États-Unis', 'EE.UU.', 'EE. UU.', 'EUA', 'Vereinigte Staaten', '美國', 'アメリカ'],
  VA: ['Vatican', 'Vatican City'],
};

/** The source of `country-table.ts`: a country a line, its two codes and its folded names. */
export function countryTableSource(): string {
  const names = new Map<string, Set<string>>();
  const add = (code: string, list: string | readonly string[]): void => {
    for (const name of [list].flat()) names.get(code)?.add(foldedName(name));
  };
  const codes = read('codes') as readonly (readonly [string, string])[];
  for (const [alpha2] of codes) names.set(alpha2, new Set());
  for (const language of languages.split(' ')) {
    const { countries } = read(`langs/${language}`) as {
      readonly countries: Readonly<Record<string, string | string[]>>;
    };
    for (const [code, list] of Object.entries(countries)) add(code, list);
  }
  for (const [code, list] of Object.entries(moreNames)) add(code, list);
  const lines = codes.map(([alpha2, alpha3]) => [alpha2, alpha3, ...(names.get(alpha2) ?? [])].join(' ')).sort();
  return `/**
 * Countries of ISO 3166-1: alpha-2 code, alpha-3 code, and names in 37 languages as \`foldedName\` makes them.
 * Written by scripts/write-country-table.ts from i18n-iso-countries 7.14.0 (MIT, Copyright (c) 2016 widdix GmbH).
 */
export const countryTable = \`
${lines.join('\n')}
\`;
`;
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(resolve(`i18n-iso-countries/${name}.json`), 'utf8'));
}

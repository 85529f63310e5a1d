import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { foldedName } from '../src/normalize/folded-name.ts';

const { resolve } = createRequire(import.meta.url);

/** The languages whose names of countries are known. */
const languages =
  'ar bg cs da de el en es et fa fi fr he hi hr hu id it ja ko lt lv nl no pl pt ro ru sk sl sr sv th tr uk vi zh';

/** What people write and none of the lists has. Parts of the United Kingdom are no countries of ISO 3166-1. */
const moreNames: Readonly<Record<string, readonly string[]>> = {
  AT: ['奧地利'],
  AU: ['澳洲', '澳大利亞'],
  BA: ['Bosnia'],
  BE: ['比利時'],
  BO: ['Bolivia, Plurinational State of'],
  BY: ['Weißrussland', 'Weissrussland'],
  CD: ['Congo, the Democratic Republic of the', 'DR Congo', 'DRC', 'Congo-Kinshasa', 'Congo (Kinshasa)'],
  CG: ['Congo, Republic of the', 'Congo-Brazzaville', 'Congo (Brazzaville)'],
  CN: ['中國', '中華人民共和國'],
  DE: ['德國', 'Federal Republic of Germany', 'Bundesrepublik Deutschland', 'BRD'],
  FM: ['Micronesia, Federated States of'],
  FR: ['法國', 'République française'],
  GB: [
    '英國',
    'England',
    'Scotland',
    'Wales',
    'Northern Ireland',
    'U.K.',
    'United Kingdom of Great Britain and Northern Ireland',
  ],
  GR: ['Hellas'],
  IE: ['Republic of Ireland', 'Éire'],
  IR: ['Iran, Islamic Republic of'],
  IT: ['義大利'],
  KP: ['Korea (North)', "Korea, Democratic People's Republic of"],
  KR: ['Korea', 'Korea (South)', '한국', '韓國'],
  MD: ['Moldova, Republic of'],
  MK: ['Macedonia', 'FYROM'],
  MO: ['Macau SAR', 'Macao SAR'],
  HK: ['Hong Kong SAR', 'Hongkong'],
  NL: [
    'Netherlands, Kingdom of the',
    'Netherlands (Kingdom of the)',
    '荷蘭',
    'Holland',
    'Die Niederlande',
    'Les Pays-Bas',
  ],
  PS: ['Palestine, State of'],
  RU: ['俄羅斯'],
  SE: ['瑞典'],
  SK: ['Slovak Republic'],
  TH: ['泰國'],
  TL: ['East Timor'],
  TT: ['Trinidad'],
  TZ: ['Tanzania, United Republic of'],
  TW: ['Taiwan, Province of China', '台灣', '臺灣'],
  US: ['America', 'États-Unis', 'EE.UU.', 'EE. UU.', 'EUA', 'Vereinigte Staaten', '美國', 'アメリカ'],
  VA: ['Holy See', 'Vatican', 'Vatican City'],
  VE: ['Venezuela, Bolivarian Republic of'],
  VG: ['Virgin Islands, British'],
  VI: ['Virgin Islands, U.S.'],
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

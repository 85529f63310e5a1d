import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import ar from 'i18n-iso-countries/langs/ar.json' with { type: 'json' };
import bg from 'i18n-iso-countries/langs/bg.json' with { type: 'json' };
import cs from 'i18n-iso-countries/langs/cs.json' with { type: 'json' };
import da from 'i18n-iso-countries/langs/da.json' with { type: 'json' };
import de from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import el from 'i18n-iso-countries/langs/el.json' with { type: 'json' };
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import es from 'i18n-iso-countries/langs/es.json' with { type: 'json' };
import et from 'i18n-iso-countries/langs/et.json' with { type: 'json' };
import fa from 'i18n-iso-countries/langs/fa.json' with { type: 'json' };
import fi from 'i18n-iso-countries/langs/fi.json' with { type: 'json' };
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import he from 'i18n-iso-countries/langs/he.json' with { type: 'json' };
import hi from 'i18n-iso-countries/langs/hi.json' with { type: 'json' };
import hr from 'i18n-iso-countries/langs/hr.json' with { type: 'json' };
import hu from 'i18n-iso-countries/langs/hu.json' with { type: 'json' };
import id from 'i18n-iso-countries/langs/id.json' with { type: 'json' };
import it from 'i18n-iso-countries/langs/it.json' with { type: 'json' };
import ja from 'i18n-iso-countries/langs/ja.json' with { type: 'json' };
import ko from 'i18n-iso-countries/langs/ko.json' with { type: 'json' };
import lt from 'i18n-iso-countries/langs/lt.json' with { type: 'json' };
import lv from 'i18n-iso-countries/langs/lv.json' with { type: 'json' };
import nl from 'i18n-iso-countries/langs/nl.json' with { type: 'json' };
import no from 'i18n-iso-countries/langs/no.json' with { type: 'json' };
import pl from 'i18n-iso-countries/langs/pl.json' with { type: 'json' };
import pt from 'i18n-iso-countries/langs/pt.json' with { type: 'json' };
import ro from 'i18n-iso-countries/langs/ro.json' with { type: 'json' };
import ru from 'i18n-iso-countries/langs/ru.json' with { type: 'json' };
import sk from 'i18n-iso-countries/langs/sk.json' with { type: 'json' };
import sl from 'i18n-iso-countries/langs/sl.json' with { type: 'json' };
import sr from 'i18n-iso-countries/langs/sr.json' with { type: 'json' };
import sv from 'i18n-iso-countries/langs/sv.json' with { type: 'json' };
import th from 'i18n-iso-countries/langs/th.json' with { type: 'json' };
import tr from 'i18n-iso-countries/langs/tr.json' with { type: 'json' };
import uk from 'i18n-iso-countries/langs/uk.json' with { type: 'json' };
import vi from 'i18n-iso-countries/langs/vi.json' with { type: 'json' };
import zh from 'i18n-iso-countries/langs/zh.json' with { type: 'json' };

/** The names of countries in one language, by alpha-2 code: one, or several. */
type Names = Readonly<Record<string, string | readonly string[]>>;

const languages: readonly { readonly countries: Names }[] = [
  ...[ar, bg, cs, da, de, el, en, es, et, fa, fi, fr, he],
  ...[hi, hr, hu, id, it, ja, ko, lt, lv, nl, no, pl, pt],
  ...[ro, ru, sk, sl, sr, sv, th, tr, uk, vi, zh],
];

/** What people write and none of the lists has. Parts of the United Kingdom are no countries of ISO 3166-1. */
const moreNames: Names = {
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

/** Short forms that are no codes of ISO 3166-1, or reserved in it: `EL` and `UK` are those of the European Union. */
const abbreviations: Readonly<Record<string, string>> = {
  BRD: 'DE',
  DRC: 'CD',
  EL: 'GR',
  EUA: 'US',
  UAE: 'AE',
  UK: 'GB',
};

/** Made on first use: some six thousand names. */
const made: { codes?: ReadonlyMap<string, string>; names?: ReadonlyMap<string, string | null> } = {};

/** The alpha-2 code of a code or a short form of two or three letters in upper case. */
export function countryOfCode(code: string): string | undefined {
  made.codes ??= new Map([
    ...codes.flatMap(([alpha2 = '', alpha3 = '']) => [[alpha2, alpha2] as const, [alpha3, alpha2] as const]),
    ...Object.entries(abbreviations),
  ]);
  return made.codes.get(code);
}

/** The alpha-2 code of a name in one of the languages; `null` for a name that two countries have. */
export function countryOfName(name: string): string | null | undefined {
  made.names ??= namesOfAll();
  return made.names.get(folded(name));
}

function namesOfAll(): ReadonlyMap<string, string | null> {
  const all = new Map<string, string | null>();
  for (const countries of [...languages.map((language) => language.countries), moreNames]) {
    for (const [code, names] of Object.entries(countries)) {
      for (const name of [names].flat()) {
        const key = folded(name);
        const other = all.get(key);
        all.set(key, other === undefined || other === code ? code : null);
      }
    }
  }
  return all;
}

/** What two ways of writing a name have in common: letters without accents, digits; no article of English. */
function folded(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/^the\s+/, '')
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '');
}

import { countryTable } from './country-table.ts';
import { foldedName } from './folded-name.ts';

/** Short forms that are no codes of ISO 3166-1, or reserved in it: `EL` and `UK` are those of the European Union. */
const abbreviations = { BRD: 'DE', DRC: 'CD', EL: 'GR', EUA: 'US', KSA: 'SA', UAE: 'AE', UK: 'GB' };

interface Countries {
  readonly byCode: ReadonlyMap<string, string>;
  /** `null` for a name that two countries have. */
  readonly byName: ReadonlyMap<string, string | null>;
}

/** Made on first use: some six thousand names. */
const made: { countries?: Countries } = {};

/** The alpha-2 code of a code or a short form of two or three letters in upper case. */
export function countryOfCode(code: string): string | undefined {
  made.countries ??= readTable();
  return made.countries.byCode.get(code);
}

/** The alpha-2 code of a name in one of the languages; `null` for a name that two countries have. */
export function countryOfName(name: string): string | null | undefined {
  made.countries ??= readTable();
  return made.countries.byName.get(foldedName(name));
}

function readTable(): Countries {
  const byCode = new Map<string, string>(Object.entries(abbreviations));
  const byName = new Map<string, string | null>();
  for (const line of countryTable.trim().split('\n')) {
    const [alpha2 = '', alpha3 = '', ...names] = line.split(' ');
    byCode.set(alpha2, alpha2).set(alpha3, alpha2);
    for (const name of names) byName.set(name, byName.has(name) ? null : alpha2);
  }
  return { byCode, byName };
}

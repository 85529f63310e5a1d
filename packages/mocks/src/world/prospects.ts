import { employeesOf, type Fit, type Region, type Role, regions, roles, sizes } from '../odds/lead-class.ts';
import { Random } from '../random/random.ts';
import { firstNames, lastNames } from './names.ts';

/** Industries of the profile, then the others. */
export const targetIndustries = ['logistics', 'retail', 'manufacturing', 'health_care'] as const;
export const otherIndustries = ['hospitality', 'construction', 'education', 'public_sector', 'software'] as const;

const countries: Readonly<Record<Region, readonly string[]>> = {
  dach: ['DE', 'DE', 'DE', 'DE', 'AT', 'CH'],
  europe: ['NL', 'BE', 'FR', 'DK', 'SE', 'PL', 'IT', 'ES', 'GB'],
  overseas: ['US', 'CA', 'AU', 'SG', 'BR'],
};
const languages: Readonly<Record<string, string>> = { DE: 'de', AT: 'de', CH: 'de', NL: 'nl', BE: 'nl', FR: 'fr' };
const dialCodes: Readonly<Record<string, string>> = {
  DE: '49',
  AT: '43',
  CH: '41',
  NL: '31',
  BE: '32',
  FR: '33',
  DK: '45',
  SE: '46',
  PL: '48',
  IT: '39',
  ES: '34',
  GB: '44',
  US: '1',
  CA: '1',
  AU: '61',
  SG: '65',
  BR: '55',
};
const titles: Readonly<Record<Role, readonly string[]>> = {
  c_level: ['Managing Director', 'Chief Operating Officer', 'Chief Human Resources Officer'],
  vp: ['VP Operations', 'Head of Workforce Planning', 'Head of HR'],
  manager: ['Shift Manager', 'Operations Manager', 'HR Manager', 'Plant Manager'],
  other: ['Planner', 'HR Generalist', 'Analyst', 'Team Assistant'],
};

const beginnings = [
  'Nord',
  'Alt',
  'Berg',
  'Blau',
  'Cor',
  'Dorn',
  'Elm',
  'Falk',
  'Feld',
  'Gran',
  'Hafen',
  'Heid',
  'Isar',
  'Kern',
  'Kron',
  'Lind',
  'Mark',
  'Mond',
  'Neu',
  'Ost',
  'Pfeil',
  'Quell',
  'Rhein',
  'Rot',
  'Salz',
  'Silber',
  'Stern',
  'Tal',
  'Ufer',
  'Vier',
  'Wald',
  'West',
  'Zell',
] as const;
const middles = ['a', 'en', 'er', 'i', 'is', 'o', 'or', 'um'] as const;
const endings = [
  'bach',
  'brück',
  'burg',
  'dorf',
  'hof',
  'holm',
  'kamp',
  'land',
  'mark',
  'mont',
  'polis',
  'ria',
  'stad',
  'stein',
  'tec',
  'tron',
  'vest',
  'wald',
  'werk',
  'zon',
] as const;
const legalForms = ['GmbH', 'AG', 'SE', 'B.V.', 'SAS', 'Ltd', 'AB', 'S.p.A.'] as const;
const named = beginnings.length * middles.length * endings.length;

/** A company that does not exist. */
export interface ProspectCompany {
  readonly number: number;
  readonly name: string;
  readonly domain: string;
  readonly employees: number;
  readonly industry: string;
  readonly country: string;
}

/** A person who does not exist, at such a company. */
export interface ProspectContact {
  /** Id of the contact, unique in the simulated company. */
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly phone: string;
  readonly title: string;
  readonly language: string;
}

const classes = sizes.length * 2 * regions.length;

/**
 * The company from which a lead of this fit comes. Few companies send many leads and many send one.
 * @param perClass companies that there are of each kind of fit
 */
export function drawCompany(
  fit: Fit,
  { seed, random, perClass }: { readonly seed: number; readonly random: Random; readonly perClass: number },
): ProspectCompany {
  const kind =
    (sizes.indexOf(fit.size) * 2 + (fit.isTargetIndustry ? 1 : 0)) * regions.length + regions.indexOf(fit.region);
  const number = Math.floor(perClass * random.next() ** 1.6) * classes + kind;
  const own = new Random(seed, number, 0xc0);
  const [least, most] = employeesOf[fit.size];
  const name = nameOf(number);
  return {
    number,
    name: `${name} ${own.pick(legalForms)}`,
    domain: `${name.toLowerCase().replace('ü', 'ue').replace(' ', '-')}.example`,
    // Sizes spread evenly on the scale of their logarithm.
    employees: Math.round(least * (most / least) ** own.next()),
    industry: own.pick(fit.isTargetIndustry ? targetIndustries : otherIndustries),
    country: own.pick(countries[fit.region]),
  };
}

/** Somebody of the role at the company; the same few people come again. */
export function drawContact(
  company: ProspectCompany,
  role: Role,
  { seed, random }: { readonly seed: number; readonly random: Random },
): ProspectContact {
  const person = roles.indexOf(role) * 4 + random.below(4);
  const own = new Random(seed, company.number, person, 0xc1);
  const firstName = own.pick(firstNames);
  const lastName = own.pick(lastNames);
  return {
    id: `${company.number}-${person}`,
    firstName,
    lastName,
    email: `${firstName}.${lastName}${person}@${company.domain}`.toLowerCase(),
    phone: `+${dialCodes[company.country]}5550${String(own.below(1_000_000)).padStart(6, '0')}`,
    title: own.pick(titles[role]),
    language: languages[company.country] ?? 'en',
  };
}

/** A name that no other number has, in an order that looks like none. */
function nameOf(number: number): string {
  // 1,571 shares no factor with the number of names, so this is a permutation.
  const spread = (number * 1571) % named;
  const beginning = beginnings[spread % beginnings.length];
  const middle = middles[Math.floor(spread / beginnings.length) % middles.length];
  const ending = endings[Math.floor(spread / beginnings.length / middles.length)];
  const round = Math.floor(number / named);
  return `${beginning}${middle}${ending}${round === 0 ? '' : ` ${round + 1}`}`;
}

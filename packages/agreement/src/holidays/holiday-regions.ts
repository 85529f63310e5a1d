import Holidays from 'date-holidays';

/**
 * All countries and regions whose public holidays are known, as `holidays` of a calendar names them: `DE`, `DE-BY`,
 * `DE-BY-A`. Source: date-holidays.
 * @returns some 600 names, a country before its regions
 * @example holidayRegions().includes('DE-BY') // true
 */
export function holidayRegions(): readonly string[] {
  const source = new Holidays();
  return names(source.getCountries()).flatMap((country) => [
    country,
    ...names(source.getStates(country)).flatMap((state) => [
      `${country}-${state}`,
      ...names(source.getRegions(country, state)).map((region) => `${country}-${state}-${region}`),
    ]),
  ]);
}

/**
 * Whether the public holidays of a country or region are known.
 * @example isHolidayRegion('DE-XX') // false
 */
export function isHolidayRegion(name: string): boolean {
  const [country = '', state, region, ...more] = name.split('-');
  const source = new Holidays();
  if (more.length > 0 || !Object.hasOwn(source.getCountries(), country)) return false;
  if (state === undefined) return true;
  if (!names(source.getStates(country)).includes(state)) return false;
  return region === undefined || names(source.getRegions(country, state)).includes(region);
}

/** The source answers nothing, and not an empty object, where there are no regions. */
function names(found: Readonly<Record<string, string>> | undefined): readonly string[] {
  return Object.keys(found ?? {});
}

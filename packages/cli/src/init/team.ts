import { agreementTemplates, type TemplateName } from '@sameteam/agreement';
import { holidayRegions, isHolidayRegion } from '@sameteam/agreement/holidays';
import { nearestName } from '@sameteam/model';
import { CliError } from '../errors/cli-error.ts';

/** What an agreement and a map to begin with need to know. */
export interface Team {
  readonly name: string;
  /** IANA name. */
  readonly zone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** ISO 3166, with a region where holidays differ; empty for none. */
  readonly country: string;
  /** Which agreement to begin with. */
  readonly template: TemplateName;
}

/**
 * What is given, checked, and what this machine suggests for the rest.
 * @throws CliError `bad-zone`, `bad-currency`, `bad-country`, `bad-template`
 * @example readTeam({ name: 'Acme', zone: 'Europe/Berlin' })
 * // { name: 'Acme', zone: 'Europe/Berlin', currency: 'EUR', country: '', template: 'small-team' }
 */
export function readTeam(given: { readonly [Key in keyof Team]?: string }): Team {
  const { name, zone, currency, country = '', template = 'small-team' } = given;
  if (zone !== undefined && !isZone(zone)) throw new CliError('bad-zone', { zone });
  if (currency !== undefined && !isCurrency(currency)) throw new CliError('bad-currency', { currency });
  if (!isCountry(country)) {
    throw new CliError('bad-country', { country, nearest: nearestName(country.toUpperCase(), holidayRegions()) });
  }
  if (!isTemplate(template)) throw new CliError('bad-template', { template, known: Object.keys(agreementTemplates) });
  return {
    name: name?.trim() || 'Our revenue team',
    zone: zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    currency: currency?.toUpperCase() ?? 'EUR',
    country: country.toUpperCase(),
    template,
  };
}

/** Whether a name is that of a time zone. */
export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' && !/^[+-]/.test(zone);
  } catch {
    return false;
  }
}

/** Whether a code is that of a currency, in any case. */
export function isCurrency(currency: string): boolean {
  return Intl.supportedValuesOf('currency').includes(currency.toUpperCase());
}

/** Whether the public holidays of a country or region are known; in any case, and empty for none. */
export function isCountry(country: string): boolean {
  return country === '' || isHolidayRegion(country.toUpperCase());
}

/** Whether a name is that of an agreement to begin with. */
export function isTemplate(template: string): template is TemplateName {
  return Object.hasOwn(agreementTemplates, template);
}

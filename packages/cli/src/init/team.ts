import { CliError } from '../errors/cli-error.ts';

/** What an agreement and a map to begin with need to know. */
export interface Team {
  readonly name: string;
  /** IANA name. */
  readonly zone: string;
  /** ISO 4217. */
  readonly currency: string;
}

/**
 * What is given, checked, and what this machine suggests for the rest.
 * @throws CliError `bad-zone`, `bad-currency`
 * @example readTeam({ name: 'Acme', zone: 'Europe/Berlin' }) // { name: 'Acme', zone: 'Europe/Berlin', currency: 'EUR' }
 */
export function readTeam({ name, zone, currency }: { readonly [Key in keyof Team]?: string }): Team {
  if (zone !== undefined && !isZone(zone)) throw new CliError('bad-zone', { zone });
  if (currency !== undefined && !isCurrency(currency)) throw new CliError('bad-currency', { currency });
  return {
    name: name?.trim() || 'Our revenue team',
    zone: zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone,
    currency: currency?.toUpperCase() ?? 'EUR',
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

import { ModelError } from '../model-error.ts';
import { type InstantFault, readInstant } from './read-instant.ts';

/** What is said of each fault. */
export const instantFaults: Readonly<Record<InstantFault, string>> = {
  form: 'it has not the form of RFC 3339',
  'no-zone': 'it names no time zone',
  year: 'it lies outside the years 1970 to 9999',
  'leap-second': 'it is a leap second, which epoch time does not have',
  'no-such-time': 'there is no such day or time of day',
};

/**
 * Reads an RFC 3339 instant with time zone; digits beyond milliseconds are cut off.
 * @returns UTC epoch milliseconds in the years 1970 to 9999
 * @throws ModelError `bad-instant`, with the reason
 * @example parseInstant('2026-10-01T11:30:00+02:00') // 1790847000000
 */
export function parseInstant(text: string): number {
  const instant = readInstant(text);
  if (typeof instant === 'number') return instant;
  throw new ModelError('bad-instant', { text, why: instantFaults[instant] });
}

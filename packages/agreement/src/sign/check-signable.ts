import type { Agreement } from '../agreement.ts';
import { AgreementError } from '../agreement-error.ts';
import { pinsFault } from './pins-fault.ts';
import type { SignOptions } from './sign-agreement.ts';

const longestName = 200;
/** The last moment that a signature can name has a year of four digits. */
const lastMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * Refuses what would make a signature that nobody accepts, before it is made.
 * @throws AgreementError `not-signable`
 */
export function checkSignable(agreement: Agreement, { signedAtMs, by, pins }: SignOptions): void {
  const refuse = (what: string, found: string, remedy: string): never => {
    throw new AgreementError('not-signable', { what, found, remedy });
  };
  if (by === '') refuse('the name of the person who signs (by)', 'empty', 'Give a name, or leave it out.');
  if (by !== undefined && by.length > longestName) {
    const remedy = `Give at most ${longestName}.`;
    refuse('the name of the person who signs (by)', `${by.length} characters long`, remedy);
  }
  if (by !== undefined && /\p{Surrogate}/u.test(by)) {
    refuse('the name of the person who signs (by)', 'not text: half of a character is missing', 'Give it again.');
  }
  if (!Number.isInteger(signedAtMs) || signedAtMs < 0 || signedAtMs > lastMs) {
    const remedy = 'Give whole UTC milliseconds of the years 1970 to 9999, and look at the clock.';
    refuse('the time of signing (signedAtMs)', String(signedAtMs), remedy);
  }
  const { effective, until } = agreement;
  // Its end, the midnight after it, would lie in the year 10000.
  if (until !== null && until >= '9999-12-31') {
    refuse('"until"', until, 'Name an earlier day, or leave it out: the version binds until the next one then.');
  }
  const year = effective === null ? null : Number(effective.slice(0, 4));
  if (year !== null && (year < pins.fromYear || year > pins.toYear) && pins.fromYear <= pins.toYear) {
    const years = `of the years ${pins.fromYear} to ${pins.toYear}, whose holidays and time zones are signed`;
    refuse(
      '"effective"',
      `${effective}, which is none ${years}`,
      'Correct it, or pin its years; the last one is 2199.',
    );
  }
  const fault = pinsFault(pins, agreement);
  if (fault !== null)
    refuse('what was pinned (pins)', `wrong: ${fault}`, 'Make pins of this agreement with pinCalendars.');
}

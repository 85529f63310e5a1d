import { parseDay, parseInstant } from '@sameteam/model';
import { Temporal } from 'temporal-polyfill';
import { CliError } from '../errors/cli-error.ts';

/**
 * The instant that `--as-of` names: an instant, or a day, which is its midnight in the agreement's zone.
 * @param text as given; `undefined` for now
 * @param options.timeZone of the agreement
 * @returns UTC milliseconds
 * @throws CliError `bad-as-of`
 * @example asOfMs('2026-10-01', { timeZone: 'UTC', now: Date.now }) // 1790812800000
 */
export function asOfMs(
  text: string | undefined,
  { timeZone, now }: { readonly timeZone: string; readonly now: () => number },
): number {
  if (text === undefined) return now();
  try {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return parseInstant(text);
    parseDay(text);
    return Temporal.PlainDate.from(text).toZonedDateTime(timeZone).epochMilliseconds;
  } catch (cause) {
    throw new CliError('bad-as-of', { text }, { cause });
  }
}

import { type DurationUnit, parseDuration } from '../duration/parse-duration.ts';
import { countInWords } from './number-in-words.ts';

const nouns = {
  m: 'minute',
  h: 'hour',
  d: 'day',
  wm: 'working minute',
  wh: 'working hour',
  wd: 'working day',
} as const satisfies Record<DurationUnit, string>;

/**
 * A duration as it is read.
 * @throws AgreementError `not-a-duration`
 * @example durationInWords('4wh') // '4 working hours'
 */
export function durationInWords(duration: string): string {
  const { amount, unit } = parseDuration(duration);
  return countInWords(amount, nouns[unit]);
}

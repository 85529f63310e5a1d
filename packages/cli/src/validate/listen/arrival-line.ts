import { plainText } from '../../terminal/plain-text.ts';
import type { Style } from '../../terminal/style.ts';
import { cutText, padText } from '../../terminal/text-width.ts';
import { type Arrival, isGood } from './arrival.ts';

/** Most arrivals of one request that a terminal shows. */
export const shownAtOnce = 20;

/**
 * Arrivals of one request as lines of a terminal: verdict, what it is, and why it was refused.
 * @param unshown how many came with the same request beside them
 */
export function arrivalLines(arrivals: readonly Arrival[], unshown: number, style: Style): readonly string[] {
  const shown = arrivals.slice(0, shownAtOnce).map((it) => arrivalLine(it, style));
  const more = arrivals.length - shown.length + unshown;
  return more === 0 ? shown : [...shown, style.dim(`and ${more} more of the same request: see /good and /bad`)];
}

function arrivalLine(arrival: Arrival, style: Style): string {
  const { at, kind, verdict, type, subject, id, issues, hints } = arrival;
  const paint = isGood(arrival) ? (verdict === 'accepted' ? style.green : style.dim) : style.red;
  const what = [type ?? (kind === 'lead' ? 'flat lead' : kind), subject ?? id ?? ''].filter((text) => text !== '');
  const why = [...issues, ...hints].map(({ message }) => message).join(' ');
  const sentence = why === '' ? '' : `  ${plainText(cutText(why, 600))}`;
  const name = plainText(cutText(what.join(' '), 120));
  return `${style.dim(at.slice(11, 19))}  ${paint(padText(verdict, 11, 'left'))}  ${name}${sentence}`;
}

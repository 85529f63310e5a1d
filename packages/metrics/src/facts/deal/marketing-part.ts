import { type Agreement, parseDuration } from '@sameteam/agreement';
import type { FoldedLead } from '../story/story.ts';
import { isMarketingTouch } from './marketing-touch.ts';

/** What marketing has to do with an opportunity. */
export type MarketingPart = 'sourced' | 'influenced' | 'neither';

/** When an opportunity began, and when it ended. */
export interface DealLife {
  readonly openedMs: number;
  /** `null` while it is open. */
  readonly closedMs: number | null;
}

type Touch = FoldedLead['touches'][number];

/**
 * Whether an opportunity was sourced or influenced by marketing, by the rule of the agreement, or neither.
 *
 * Sourced: of the touches of its leads within `sourcing.window` up to its opening, the first, the last or any one is
 * marketing's. Influenced: not sourced, and marketing touched one of its leads within `influence.window` up to its end; of one
 * that is open, from that time before its opening on, so that it does not depend on when one looks. Both ends of a window
 * are within it. Of two leads touched at one instant, the one captured first comes first. O(touches).
 * @param leads of the opportunity, the one captured first comes first
 */
export function marketingPart(
  leads: readonly FoldedLead[],
  { openedMs, closedMs }: DealLife,
  { rule, window, influence }: Agreement['sourcing'],
): MarketingPart {
  const sourcedFrom = openedMs - elapsedMs(window);
  const influencedFrom = (closedMs ?? openedMs) - elapsedMs(influence.window);
  const influencedTo = closedMs ?? Number.POSITIVE_INFINITY;
  let first: Touch | null = null;
  let last: Touch | null = null;
  let isAny = false;
  let isInfluenced = false;
  for (const { touches } of leads) {
    for (const touch of touches) {
      const at = touch.at_touched as number;
      const isMarketings = isMarketingTouch(touch);
      if (isMarketings && at >= influencedFrom && at <= influencedTo) isInfluenced = true;
      if (at < sourcedFrom || at > openedMs) continue;
      if (first === null || at < (first.at_touched as number)) first = touch;
      if (last === null || at >= (last.at_touched as number)) last = touch;
      isAny ||= isMarketings;
    }
  }
  const deciding = rule === 'first_touch' ? first : last;
  const isSourced = rule === 'any_touch' ? isAny : deciding !== null && isMarketingTouch(deciding);
  return isSourced ? 'sourced' : isInfluenced ? 'influenced' : 'neither';
}

/** Windows of the sourcing rule elapse: the agreement allows nothing else. */
function elapsedMs(window: string): number {
  return parseDuration(window).ms ?? 0;
}

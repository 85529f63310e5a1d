import type { StoryEvent } from '../story/story.ts';
import { type LeadStages, timeOfKey } from './lead-stages.ts';
import { ranks } from './ranks.ts';

/** How a lead first left the path, and when. */
export interface LeadExit {
  readonly atMs: number;
  readonly exit: 'won' | 'lost' | 'disqualified' | 'recycled';
}

/**
 * The first end of a lead at or after its capture. A win or loss that was reopened is none.
 * Keys are order keys, NaN for what did not happen. O(events).
 */
export function leadExit(
  events: readonly StoryEvent[],
  {
    capturedKey,
    wonKey,
    lostKey,
  }: Pick<LeadStages, 'lostKey'> & { readonly capturedKey: number; readonly wonKey: number },
): LeadExit | null {
  if (Number.isNaN(capturedKey)) return null;
  const sinceMs = timeOfKey(capturedKey);
  let exit: LeadExit | null = null;
  const wonMs = timeOfKey(wonKey);
  const lostMs = timeOfKey(lostKey);
  if (wonMs >= sinceMs) exit = { atMs: wonMs, exit: 'won' };
  if (lostMs >= sinceMs && !(wonMs >= sinceMs && wonMs <= lostMs)) exit = { atMs: lostMs, exit: 'lost' };
  for (const { rank, timeMs } of events) {
    if (rank !== ranks.recycled && rank !== ranks.disqualified) continue;
    if (timeMs < sinceMs) continue;
    // At one instant what was said of the lead comes before what was said of its opportunity.
    if (exit !== null && exit.atMs < timeMs) return exit;
    return { atMs: timeMs, exit: rank === ranks.recycled ? 'recycled' : 'disqualified' };
  }
  return exit;
}

import type { Random } from '../random/random.ts';
import type { Fate } from './fate.ts';

/**
 * What is wrong with the records of a lead, if anything. Two kinds of order are impossible under the lifecycle table:
 * a win typed in with a date before the capture, and an acceptance stamped before the hand-off by a clock that is off.
 * A correction is legal: an acceptance by mistake, taken back the same day.
 */
export type Oddity = 'won_before_capture' | 'accepted_before_hand_off' | 'acceptance_corrected';

/** Shares of the leads that could have each oddity. */
export const oddityShares = {
  wonBeforeCapture: 0.003,
  acceptedBeforeHandOff: 0.0015,
  acceptanceCorrected: 0.012,
} as const;

/** Draws what is wrong; never anything for the two leads of one opportunity, whose records belong together. */
export function drawOddity(
  random: Random,
  { fate, isPair }: { readonly fate: Fate; readonly isPair: boolean },
): Oddity | null {
  const luck = random.next();
  const first = fate.cycles[0];
  if (isPair || first === undefined) return null;
  if (fate.cycles.at(-1)?.reach === 'won') return luck < oddityShares.wonBeforeCapture ? 'won_before_capture' : null;
  if (first.reach !== 'handed_off')
    return luck < oddityShares.acceptedBeforeHandOff ? 'accepted_before_hand_off' : null;
  const wasDecided = first.end === 'rejected' || first.end === 'recycled' || first.end === 'disqualified';
  return wasDecided && luck < oddityShares.acceptanceCorrected ? 'acceptance_corrected' : null;
}

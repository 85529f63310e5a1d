import { stages } from '@sameteam/model';
import type { StoryEvent } from '../story/story.ts';
import { isAttempt } from './attempts.ts';
import type { LeadScope } from './lead-scope.ts';
import { isTakenBack, type LeadStages, orderKey } from './lead-stages.ts';
import { ranks } from './ranks.ts';

const handedOffStage = stages.indexOf('handed_off');
const opportunityStage = stages.indexOf('opportunity');

/**
 * Where sales first decided about a lead before any hand-off of it was recorded: it must have been handed off by then
 * (rule 19). Its acceptance, its SQL and its opportunities say so, and its rejection and recycling, which only pass back
 * what was passed on. A disqualification says so of a lead that marketing had qualified or a rep had tried to reach: any
 * other is marketing's own. A deal that was there before the lead does not, nor what a correction takes back. O(events).
 * @returns place of the event; -1 where nothing was decided before the first hand-off that stands
 */
export function impliedHandOff(
  events: readonly StoryEvent[],
  { stages: attained, scope }: { readonly stages: LeadStages; readonly scope: LeadScope },
): number {
  const { corrections } = attained;
  let isKnown = false;
  let isWorked = false;
  /** Deals that were there before the lead. */
  const joined: string[] = [];
  for (let index = 0; index < events.length; index++) {
    const event = events[index] as StoryEvent;
    const { rank, payload, subject } = event;
    isKnown ||= subject === scope.lead;
    switch (rank) {
      case ranks.qualified:
        isWorked ||= !isTakenBack(attained, event);
        break;
      case ranks.attempted:
        isWorked ||= isAttempt(payload);
        break;
      case ranks.handedOff:
        if (!isTakenBack(attained, event)) return -1;
        break;
      case ranks.accepted:
      case ranks.salesQualified:
        if (!isTakenBack(attained, event)) return index;
        break;
      case ranks.rejected:
      case ranks.recycled:
        if (isAfterCorrection(event, handedOffStage)) return index;
        break;
      case ranks.disqualified:
        if (isWorked && isAfterCorrection(event, handedOffStage)) return index;
        break;
      case ranks.opened:
      case ranks.won:
        if (!scope.deals.has(subject)) break;
        if (!isKnown) joined.push(subject);
        else if (!joined.includes(subject) && isAfterCorrection(event, opportunityStage)) return index;
        break;
    }
  }
  return -1;

  function isAfterCorrection(event: StoryEvent, stage: number): boolean {
    return corrections === null || orderKey(event) > (corrections[stage] as number);
  }
}

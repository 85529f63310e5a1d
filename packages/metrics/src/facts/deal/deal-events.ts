import { eventRank } from '@sameteam/model';
import { isOpportunityRank } from '../lead/ranks.ts';
import type { FoldedLead, StoryEvent } from '../story/story.ts';
import type { Deal } from './deal-rules.ts';
import { type DealState, tellDeal, unsaidDeal } from './deal-state.ts';

/** The events that clauses of an opportunity look at, and what was known after each. */
export interface DealEvents {
  readonly events: readonly StoryEvent[];
  readonly states: readonly DealState[];
  /** Places at which a time begins in which something is owed: the first event, and each reopening. */
  readonly begins: readonly number[];
}

const meetingChanged = eventRank('meeting.changed');

/**
 * Events of an opportunity, and from its first one on the meetings of its leads and what they and reps said to each other, in
 * order: a rep who calls the lead has done something for the deal. A meeting is told by what its row of facts keeps: booked,
 * held, missed, called off. O(n log n) in meetings, O(n) in events.
 */
export function dealEvents({ story, history }: Deal): DealEvents {
  const others = story.leads.flatMap((lead) => [...meetingEvents(lead), ...lead.talks]);
  const firstMs = story.events[0]?.timeMs ?? Number.POSITIVE_INFINITY;
  const events = inOrder(
    story.events,
    others.filter(({ timeMs }) => timeMs >= firstMs),
  );
  const states: DealState[] = [];
  const begins = events.length === 0 ? [] : [0];
  let state = unsaidDeal;
  for (const [index, event] of events.entries()) {
    if (isOpportunityRank(event.rank)) state = tellDeal(state, event.payload);
    states.push(state);
    if (index > 0 && history.turns.get(event) === 'reopened') begins.push(index);
  }
  return { events, states, begins };
}

const statuses = [
  ['at_booked', 'scheduled'],
  ['at_held', 'completed'],
  ['at_no_show', 'no_show'],
  ['at_canceled', 'canceled'],
] as const;

/** What became of the meetings with a lead; those about an opportunity are events of it already, or of another one. */
function meetingEvents({ lead, meetings }: FoldedLead): readonly StoryEvent[] {
  return meetings.flatMap((meeting) =>
    meeting.opportunity !== null
      ? []
      : statuses.flatMap(([column, status]) => {
          const timeMs = meeting[column];
          return timeMs === null
            ? []
            : [{ rank: meetingChanged, timeMs, subject: lead.lead as string, payload: { status } }];
        }),
  );
}

/** Merges events that are in order with others that are not; of one time and rank, those in order come first. */
function inOrder(events: readonly StoryEvent[], others: readonly StoryEvent[]): readonly StoryEvent[] {
  if (others.length === 0) return events;
  return [...events, ...others].sort((a, b) => a.timeMs - b.timeMs || a.rank - b.rank);
}

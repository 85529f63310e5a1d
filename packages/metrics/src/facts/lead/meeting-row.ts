import type { FactRowOf } from '../schema/fact-schema.ts';
import type { CommonValues } from './cycle-row.ts';
import type { LeadStretch } from './lead-cycles.ts';
import { unknownState } from './lead-states.ts';
import type { LeadMeeting } from './meeting-list.ts';
import { stateValues } from './state-values.ts';
import type { LeadFrame } from './touch-row.ts';

/** Makes the row of a meeting, with the states of the lead when it was booked. */
export function meetingRow(
  meeting: LeadMeeting,
  { segment, excluded }: LeadFrame,
  { after, rules }: LeadStretch,
  { lead, channel, medium, campaign, landingPage, motion, product }: CommonValues,
): FactRowOf<'meetings'> {
  const states = stateValues(after[meeting.bookedIndex] ?? unknownState, meeting.bookedMs, rules);
  return {
    lead,
    opportunity: meeting.opportunity,
    excluded,
    segment,
    at_booked: meeting.bookedMs,
    at_starts: meeting.startsMs,
    at_held: meeting.heldMs,
    at_no_show: meeting.noShowMs,
    at_canceled: meeting.canceledMs,
    reschedules: meeting.reschedules,
    occurrence: meeting.occurrence,
    kind: meeting.kind,
    channel,
    medium,
    campaign,
    landing_page: landingPage,
    motion,
    product,
    owner: states.owner,
    team: states.team,
    readiness: states.readiness,
    grade: states.grade,
    reason: states.reason,
    version: states.version,
    cycle: states.cycle,
    company_size: states.company_size,
    industry: states.industry,
    country: states.country,
  };
}

import { eventRank } from '@sameteam/model';

/** Ranks of the events that folds of leads tell apart. */
export const ranks = {
  captured: eventRank('lead.captured'),
  updated: eventRank('lead.updated'),
  contactUpdated: eventRank('contact.updated'),
  companyUpdated: eventRank('company.updated'),
  engaged: eventRank('lead.engaged'),
  replied: eventRank('lead.replied'),
  answered: eventRank('lead.answered'),
  qualified: eventRank('lead.qualified'),
  handedOff: eventRank('lead.handed_off'),
  assigned: eventRank('lead.assigned'),
  attempted: eventRank('lead.attempted'),
  accepted: eventRank('lead.accepted'),
  salesQualified: eventRank('lead.sales_qualified'),
  rejected: eventRank('lead.rejected'),
  recycled: eventRank('lead.recycled'),
  disqualified: eventRank('lead.disqualified'),
  converted: eventRank('lead.converted'),
  stageReset: eventRank('lead.stage_reset'),
  statusChanged: eventRank('lead.status_changed'),
  nurtureEntered: eventRank('nurture.entered'),
  nurtureLeft: eventRank('nurture.left'),
  meetingChanged: eventRank('meeting.changed'),
  taskChanged: eventRank('task.changed'),
  opened: eventRank('opportunity.opened'),
  reopened: eventRank('opportunity.reopened'),
  won: eventRank('opportunity.won'),
  lost: eventRank('opportunity.lost'),
  linesSet: eventRank('opportunity.lines_set'),
  customerChanged: eventRank('customer.changed'),
  memberChanged: eventRank('campaign.member_changed'),
  consentChanged: eventRank('consent.changed'),
  explained: eventRank('sla.explained'),
} as const;

/** Whether an event is told of an opportunity. */
export function isOpportunityRank(rank: number): boolean {
  return rank >= ranks.opened && rank <= ranks.linesSet;
}

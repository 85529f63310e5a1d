import { accepted } from './accepted.ts';
import { churned } from './after-sale/churned.ts';
import { customerBase } from './after-sale/customer-base.ts';
import { customerBaseAfter } from './after-sale/customer-base-after.ts';
import { customerBaseChange } from './after-sale/customer-base-change.ts';
import { downgraded } from './after-sale/downgraded.ts';
import { expanded } from './after-sale/expanded.ts';
import { expansion } from './after-sale/expansion.ts';
import { netRetention } from './after-sale/net-retention.ts';
import { renewed } from './after-sale/renewed.ts';
import { blackHole } from './black-hole/black-hole.ts';
import { blackHoleAgeMedian } from './black-hole/black-hole-age-median.ts';
import { blackHoleRate } from './black-hole/black-hole-rate.ts';
import { blackHoleValue } from './black-hole/black-hole-value.ts';
import { expectedDeal } from './black-hole/expected-deal.ts';
import { leadsPastSla } from './black-hole/leads-past-sla.ts';
import { leadsWithoutNextStep } from './black-hole/leads-without-next-step.ts';
import { openLeads } from './black-hole/open-leads.ts';
import { unownedLeads } from './black-hole/unowned-leads.ts';
import { bookings } from './bookings.ts';
import { captured } from './captured.ts';
import { capturedToHandedOffRate } from './captured-to-handed-off-rate.ts';
import { capturedToMqlRate } from './captured-to-mql-rate.ts';
import { capturedToOpportunityRate } from './captured-to-opportunity-rate.ts';
import { capturedToSalRate } from './captured-to-sal-rate.ts';
import { capturedToSqlRate } from './captured-to-sql-rate.ts';
import { costPerCustomer } from './cost/cost-per-customer.ts';
import { costPerLead } from './cost/cost-per-lead.ts';
import { costPerMql } from './cost/cost-per-mql.ts';
import { costPerSal } from './cost/cost-per-sal.ts';
import { returnOnSpend } from './cost/return-on-spend.ts';
import { spend } from './cost/spend.ts';
import { daysToHandedOffMedian } from './days-to-handed-off-median.ts';
import { daysToHandedOffP90 } from './days-to-handed-off-p90.ts';
import { daysToMqlMedian } from './days-to-mql-median.ts';
import { daysToMqlP90 } from './days-to-mql-p90.ts';
import { daysToOpportunityMedian } from './days-to-opportunity-median.ts';
import { daysToOpportunityP90 } from './days-to-opportunity-p90.ts';
import { daysToSalMedian } from './days-to-sal-median.ts';
import { daysToSalP90 } from './days-to-sal-p90.ts';
import { daysToSqlMedian } from './days-to-sql-median.ts';
import { daysToSqlP90 } from './days-to-sql-p90.ts';
import { daysToWonMedian } from './days-to-won-median.ts';
import { daysToWonP90 } from './days-to-won-p90.ts';
import type { MetricDefinition } from './define-metric.ts';
import { closedAmount } from './funnel/closed-amount.ts';
import { disqualified } from './funnel/disqualified.ts';
import { lost } from './funnel/lost.ts';
import { mqlCompanies } from './funnel/mql-companies.ts';
import { periodRatio } from './funnel/period-ratio.ts';
import { recycled } from './funnel/recycled.ts';
import { rejected } from './funnel/rejected.ts';
import { winRate } from './funnel/win-rate.ts';
import { winRateByAmount } from './funnel/win-rate-by-amount.ts';
import { wonAmountClosed } from './funnel/won-amount-closed.ts';
import { handedOff } from './handed-off.ts';
import { handedOffToSalRate } from './handed-off-to-sal-rate.ts';
import { leadToWinRate } from './lead-to-win-rate.ts';
import { mqlToHandedOffRate } from './mql-to-handed-off-rate.ts';
import { mqlToSalRate } from './mql-to-sal-rate.ts';
import { mqlToWonRate } from './mql-to-won-rate.ts';
import { mqlWithin7Days } from './mql-within-7-days.ts';
import { mqlWithin30Days } from './mql-within-30-days.ts';
import { opportunities } from './opportunities.ts';
import { opportunityToWonRate } from './opportunity-to-won-rate.ts';
import { opportunityWithin30Days } from './opportunity-within-30-days.ts';
import { opportunityWithin90Days } from './opportunity-within-90-days.ts';
import { averageDeal } from './pipeline/average-deal.ts';
import { bookingsInfluenced } from './pipeline/bookings-influenced.ts';
import { bookingsRemaining } from './pipeline/bookings-remaining.ts';
import { bookingsSourced } from './pipeline/bookings-sourced.ts';
import { dealsLost } from './pipeline/deals-lost.ts';
import { dealsWon } from './pipeline/deals-won.ts';
import { earlyStageQualifiedPipeline } from './pipeline/early-stage-qualified-pipeline.ts';
import { openPipeline } from './pipeline/open-pipeline.ts';
import { openingPipeline } from './pipeline/opening-pipeline.ts';
import { pipelineChanged } from './pipeline/pipeline-changed.ts';
import { pipelineChangedIn } from './pipeline/pipeline-changed-in.ts';
import { pipelineChangedOut } from './pipeline/pipeline-changed-out.ts';
import { pipelineCoverage } from './pipeline/pipeline-coverage.ts';
import { pipelineCreated } from './pipeline/pipeline-created.ts';
import { pipelineInfluenced } from './pipeline/pipeline-influenced.ts';
import { pipelineLost } from './pipeline/pipeline-lost.ts';
import { pipelineOpened } from './pipeline/pipeline-opened.ts';
import { pipelineSourced } from './pipeline/pipeline-sourced.ts';
import { pipelineWon } from './pipeline/pipeline-won.ts';
import { pushedDeals } from './pipeline/pushed-deals.ts';
import { pushesMean } from './pipeline/pushes-mean.ts';
import { qualifiedPipeline } from './pipeline/qualified-pipeline.ts';
import { weightedPipeline } from './pipeline/weighted-pipeline.ts';
import { pulse } from './pulse/pulse.ts';
import { pulseAnswers } from './pulse/pulse-answers.ts';
import { qualified } from './qualified.ts';
import { acceptanceRate } from './quality/acceptance-rate.ts';
import { decidedRate } from './quality/decided-rate.ts';
import { handOffs } from './quality/hand-offs.ts';
import { mqlToSqlRate } from './quality/mql-to-sql-rate.ts';
import { rejectionRate } from './quality/rejection-rate.ts';
import { workableLeads } from './quality/workable-leads.ts';
import { recycleRate } from './recycling/recycle-rate.ts';
import { revisitsDue } from './recycling/revisits-due.ts';
import { revivalRate } from './recycling/revival-rate.ts';
import { revived } from './recycling/revived.ts';
import { revivedBookings } from './recycling/revived-bookings.ts';
import { revivedWon } from './recycling/revived-won.ts';
import { salToSqlRate } from './sal-to-sql-rate.ts';
import { salWithin7Days } from './sal-within-7-days.ts';
import { salWithin30Days } from './sal-within-30-days.ts';
import { salesQualified } from './sales-qualified.ts';
import { attemptsMean } from './sla/attempts-mean.ts';
import { connectRate } from './sla/connect-rate.ts';
import { meetingHeldRate } from './sla/meeting-held-rate.ts';
import { meetingsBooked } from './sla/meetings-booked.ts';
import { meetingsHeld } from './sla/meetings-held.ts';
import { meetingsMissed } from './sla/meetings-missed.ts';
import { neverAttemptedRate } from './sla/never-attempted-rate.ts';
import { noShowRate } from './sla/no-show-rate.ts';
import { repDelayMedian } from './sla/rep-delay-median.ts';
import { repDelayP90 } from './sla/rep-delay-p90.ts';
import { routingDelayMedian } from './sla/routing-delay-median.ts';
import { routingDelayP90 } from './sla/routing-delay-p90.ts';
import { slaAttainment } from './sla/sla-attainment.ts';
import { slaEntries } from './sla/sla-entries.ts';
import { slaExplainedRate } from './sla/sla-explained-rate.ts';
import { slaMissed } from './sla/sla-missed.ts';
import { slaOpen } from './sla/sla-open.ts';
import { sqlToOpportunityRate } from './sql-to-opportunity-rate.ts';
import { bookingsAttainment } from './targets/bookings-attainment.ts';
import { bookingsPacing } from './targets/bookings-pacing.ts';
import { bookingsTarget } from './targets/bookings-target.ts';
import { bookingsTargetToDate } from './targets/bookings-target-to-date.ts';
import { opportunitiesAttainment } from './targets/opportunities-attainment.ts';
import { opportunitiesPacing } from './targets/opportunities-pacing.ts';
import { opportunitiesTarget } from './targets/opportunities-target.ts';
import { opportunitiesTargetToDate } from './targets/opportunities-target-to-date.ts';
import { qualifiedAttainment } from './targets/qualified-attainment.ts';
import { qualifiedPacing } from './targets/qualified-pacing.ts';
import { qualifiedTarget } from './targets/qualified-target.ts';
import { qualifiedTargetToDate } from './targets/qualified-target-to-date.ts';
import { wonAttainment } from './targets/won-attainment.ts';
import { wonPacing } from './targets/won-pacing.ts';
import { wonTarget } from './targets/won-target.ts';
import { wonTargetToDate } from './targets/won-target-to-date.ts';
import { daysInHandedOffMedian } from './velocity/days-in-handed-off-median.ts';
import { daysInMqlMedian } from './velocity/days-in-mql-median.ts';
import { daysInOpportunityMedian } from './velocity/days-in-opportunity-median.ts';
import { daysInSalMedian } from './velocity/days-in-sal-median.ts';
import { daysInSqlMedian } from './velocity/days-in-sql-median.ts';
import { daysToDecisionMedian } from './velocity/days-to-decision-median.ts';
import { daysToDecisionP90 } from './velocity/days-to-decision-p90.ts';
import { hoursToAssignedMedian } from './velocity/hours-to-assigned-median.ts';
import { hoursToAssignedP90 } from './velocity/hours-to-assigned-p90.ts';
import { hoursToFirstAttemptMedian } from './velocity/hours-to-first-attempt-median.ts';
import { hoursToFirstAttemptP90 } from './velocity/hours-to-first-attempt-p90.ts';
import { openOpportunities } from './velocity/open-opportunities.ts';
import { salesCycleMedian } from './velocity/sales-cycle-median.ts';
import { salesCycleP90 } from './velocity/sales-cycle-p90.ts';
import { salesVelocity } from './velocity/sales-velocity.ts';
import { speedToLeadMedian } from './velocity/speed-to-lead-median.ts';
import { speedToLeadP90 } from './velocity/speed-to-lead-p90.ts';
import { workingHoursToAssignedMedian } from './velocity/working-hours-to-assigned-median.ts';
import { workingHoursToAssignedP90 } from './velocity/working-hours-to-assigned-p90.ts';
import { workingHoursToDecisionMedian } from './velocity/working-hours-to-decision-median.ts';
import { workingHoursToDecisionP90 } from './velocity/working-hours-to-decision-p90.ts';
import { workingHoursToFirstAttemptMedian } from './velocity/working-hours-to-first-attempt-median.ts';
import { workingHoursToFirstAttemptP90 } from './velocity/working-hours-to-first-attempt-p90.ts';
import { won } from './won.ts';
import { wonInPeriod } from './won-in-period.ts';
import { wonWithin30Days } from './won-within-30-days.ts';
import { wonWithin60Days } from './won-within-60-days.ts';
import { wonWithin90Days } from './won-within-90-days.ts';
import { wonWithin180Days } from './won-within-180-days.ts';
import { wonWithin365Days } from './won-within-365-days.ts';

/**
 * All metrics, in the order in which people read a funnel. The generator adds to it.
 * @example metricDefinitions.find(({ unit }) => unit === 'money')?.id // 'bookings'
 */
export const metricDefinitions: readonly MetricDefinition[] = [
  captured,
  qualified,
  handedOff,
  accepted,
  salesQualified,
  opportunities,
  won,
  wonInPeriod,
  capturedToMqlRate,
  mqlToHandedOffRate,
  handedOffToSalRate,
  salToSqlRate,
  sqlToOpportunityRate,
  opportunityToWonRate,
  capturedToHandedOffRate,
  capturedToSalRate,
  capturedToSqlRate,
  capturedToOpportunityRate,
  leadToWinRate,
  mqlToSalRate,
  mqlToWonRate,
  daysToMqlMedian,
  daysToMqlP90,
  daysToHandedOffMedian,
  daysToHandedOffP90,
  daysToSalMedian,
  daysToSalP90,
  daysToSqlMedian,
  daysToSqlP90,
  daysToOpportunityMedian,
  daysToOpportunityP90,
  daysToWonMedian,
  daysToWonP90,
  mqlWithin7Days,
  mqlWithin30Days,
  salWithin7Days,
  salWithin30Days,
  opportunityWithin30Days,
  opportunityWithin90Days,
  wonWithin30Days,
  wonWithin60Days,
  wonWithin90Days,
  wonWithin180Days,
  wonWithin365Days,
  bookings,
  rejected,
  recycled,
  disqualified,
  lost,
  winRate,
  wonAmountClosed,
  closedAmount,
  winRateByAmount,
  mqlCompanies,
  periodRatio,
  acceptanceRate,
  rejectionRate,
  decidedRate,
  handOffs,
  workableLeads,
  mqlToSqlRate,
  speedToLeadMedian,
  speedToLeadP90,
  hoursToAssignedMedian,
  hoursToAssignedP90,
  hoursToFirstAttemptMedian,
  hoursToFirstAttemptP90,
  workingHoursToAssignedMedian,
  workingHoursToAssignedP90,
  workingHoursToFirstAttemptMedian,
  workingHoursToFirstAttemptP90,
  workingHoursToDecisionMedian,
  workingHoursToDecisionP90,
  daysToDecisionMedian,
  daysToDecisionP90,
  salesCycleMedian,
  salesCycleP90,
  daysInMqlMedian,
  daysInHandedOffMedian,
  daysInSalMedian,
  daysInSqlMedian,
  daysInOpportunityMedian,
  openOpportunities,
  salesVelocity,
  slaEntries,
  slaAttainment,
  slaMissed,
  slaOpen,
  slaExplainedRate,
  routingDelayMedian,
  routingDelayP90,
  repDelayMedian,
  repDelayP90,
  neverAttemptedRate,
  connectRate,
  attemptsMean,
  meetingsBooked,
  meetingsHeld,
  meetingsMissed,
  meetingHeldRate,
  noShowRate,
  qualifiedTarget,
  qualifiedTargetToDate,
  qualifiedAttainment,
  qualifiedPacing,
  bookingsTarget,
  bookingsTargetToDate,
  bookingsAttainment,
  bookingsPacing,
  wonTarget,
  wonTargetToDate,
  wonAttainment,
  wonPacing,
  opportunitiesTarget,
  opportunitiesTargetToDate,
  opportunitiesAttainment,
  opportunitiesPacing,
  openLeads,
  unownedLeads,
  leadsWithoutNextStep,
  leadsPastSla,
  blackHole,
  blackHoleRate,
  blackHoleAgeMedian,
  expectedDeal,
  blackHoleValue,
  recycleRate,
  revived,
  revivalRate,
  revivedWon,
  revivedBookings,
  revisitsDue,
  spend,
  costPerLead,
  costPerMql,
  costPerSal,
  costPerCustomer,
  returnOnSpend,
  pipelineCreated,
  pipelineSourced,
  pipelineInfluenced,
  bookingsSourced,
  bookingsInfluenced,
  qualifiedPipeline,
  openPipeline,
  openingPipeline,
  weightedPipeline,
  earlyStageQualifiedPipeline,
  pipelineOpened,
  pipelineWon,
  pipelineLost,
  pipelineChangedIn,
  pipelineChangedOut,
  pipelineChanged,
  pushedDeals,
  pushesMean,
  averageDeal,
  dealsWon,
  dealsLost,
  bookingsRemaining,
  pipelineCoverage,
  renewed,
  churned,
  expanded,
  downgraded,
  expansion,
  customerBaseChange,
  customerBase,
  customerBaseAfter,
  netRetention,
  pulse,
  pulseAnswers,
];

const byId = new Map(metricDefinitions.map((metric) => [metric.id, metric]));

/**
 * The metric of an id; `undefined` for an unknown one.
 * @example metricDefinition('lead_to_win_rate')?.formula // 'Of the captured leads, the share that were won.'
 */
export function metricDefinition(id: string): MetricDefinition | undefined {
  return byId.get(id);
}

/**
 * Ids of all metrics.
 * @example metricIds.includes('won') // true
 */
export const metricIds: readonly string[] = metricDefinitions.map((metric) => metric.id);

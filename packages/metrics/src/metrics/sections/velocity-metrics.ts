import { daysToHandedOffMedian } from '../days-to-handed-off-median.ts';
import { daysToHandedOffP90 } from '../days-to-handed-off-p90.ts';
import { daysToMqlMedian } from '../days-to-mql-median.ts';
import { daysToMqlP90 } from '../days-to-mql-p90.ts';
import { daysToOpportunityMedian } from '../days-to-opportunity-median.ts';
import { daysToOpportunityP90 } from '../days-to-opportunity-p90.ts';
import { daysToSalMedian } from '../days-to-sal-median.ts';
import { daysToSalP90 } from '../days-to-sal-p90.ts';
import { daysToSqlMedian } from '../days-to-sql-median.ts';
import { daysToSqlP90 } from '../days-to-sql-p90.ts';
import { daysToWonMedian } from '../days-to-won-median.ts';
import { daysToWonP90 } from '../days-to-won-p90.ts';
import type { MetricDefinition } from '../define-metric.ts';
import { daysInHandedOffMedian } from '../velocity/days-in-handed-off-median.ts';
import { daysInMqlMedian } from '../velocity/days-in-mql-median.ts';
import { daysInOpportunityMedian } from '../velocity/days-in-opportunity-median.ts';
import { daysInSalMedian } from '../velocity/days-in-sal-median.ts';
import { daysInSqlMedian } from '../velocity/days-in-sql-median.ts';
import { daysToDecisionMedian } from '../velocity/days-to-decision-median.ts';
import { daysToDecisionP90 } from '../velocity/days-to-decision-p90.ts';
import { hoursToAssignedMedian } from '../velocity/hours-to-assigned-median.ts';
import { hoursToAssignedP90 } from '../velocity/hours-to-assigned-p90.ts';
import { hoursToFirstAttemptMedian } from '../velocity/hours-to-first-attempt-median.ts';
import { hoursToFirstAttemptP90 } from '../velocity/hours-to-first-attempt-p90.ts';
import { openOpportunities } from '../velocity/open-opportunities.ts';
import { salesCycleMedian } from '../velocity/sales-cycle-median.ts';
import { salesCycleP90 } from '../velocity/sales-cycle-p90.ts';
import { salesVelocity } from '../velocity/sales-velocity.ts';
import { speedToLeadMedian } from '../velocity/speed-to-lead-median.ts';
import { speedToLeadP90 } from '../velocity/speed-to-lead-p90.ts';
import { workingHoursToAssignedMedian } from '../velocity/working-hours-to-assigned-median.ts';
import { workingHoursToAssignedP90 } from '../velocity/working-hours-to-assigned-p90.ts';
import { workingHoursToDecisionMedian } from '../velocity/working-hours-to-decision-median.ts';
import { workingHoursToDecisionP90 } from '../velocity/working-hours-to-decision-p90.ts';
import { workingHoursToFirstAttemptMedian } from '../velocity/working-hours-to-first-attempt-median.ts';
import { workingHoursToFirstAttemptP90 } from '../velocity/working-hours-to-first-attempt-p90.ts';

/** The metrics of velocity. */
export const velocityMetrics: readonly MetricDefinition[] = [
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
];

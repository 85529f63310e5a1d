import type { MetricDefinition } from '../define-metric.ts';
import { attemptsMean } from '../sla/attempts-mean.ts';
import { connectRate } from '../sla/connect-rate.ts';
import { meetingHeldRate } from '../sla/meeting-held-rate.ts';
import { meetingsBooked } from '../sla/meetings-booked.ts';
import { meetingsHeld } from '../sla/meetings-held.ts';
import { meetingsMissed } from '../sla/meetings-missed.ts';
import { neverAttemptedRate } from '../sla/never-attempted-rate.ts';
import { noShowRate } from '../sla/no-show-rate.ts';
import { repDelayMedian } from '../sla/rep-delay-median.ts';
import { repDelayP90 } from '../sla/rep-delay-p90.ts';
import { routingDelayMedian } from '../sla/routing-delay-median.ts';
import { routingDelayP90 } from '../sla/routing-delay-p90.ts';
import { slaAttainment } from '../sla/sla-attainment.ts';
import { slaEntries } from '../sla/sla-entries.ts';
import { slaExplainedRate } from '../sla/sla-explained-rate.ts';
import { slaMissed } from '../sla/sla-missed.ts';
import { slaOpen } from '../sla/sla-open.ts';

/** The metrics of the SLA of both sides. */
export const slaMetrics: readonly MetricDefinition[] = [
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
];

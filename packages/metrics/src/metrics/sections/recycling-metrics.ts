import type { MetricDefinition } from '../define-metric.ts';
import { recycleRate } from '../recycling/recycle-rate.ts';
import { revisitsDue } from '../recycling/revisits-due.ts';
import { revivalRate } from '../recycling/revival-rate.ts';
import { revived } from '../recycling/revived.ts';
import { revivedBookings } from '../recycling/revived-bookings.ts';
import { revivedWon } from '../recycling/revived-won.ts';

/** The metrics of recycling. */
export const recyclingMetrics: readonly MetricDefinition[] = [
  recycleRate,
  revived,
  revivalRate,
  revivedWon,
  revivedBookings,
  revisitsDue,
];

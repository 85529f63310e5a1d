import type { MetricDefinition } from '../define-metric.ts';
import { bookingsAttainment } from '../targets/bookings-attainment.ts';
import { bookingsPacing } from '../targets/bookings-pacing.ts';
import { bookingsTarget } from '../targets/bookings-target.ts';
import { bookingsTargetToDate } from '../targets/bookings-target-to-date.ts';
import { opportunitiesAttainment } from '../targets/opportunities-attainment.ts';
import { opportunitiesPacing } from '../targets/opportunities-pacing.ts';
import { opportunitiesTarget } from '../targets/opportunities-target.ts';
import { opportunitiesTargetToDate } from '../targets/opportunities-target-to-date.ts';
import { qualifiedAttainment } from '../targets/qualified-attainment.ts';
import { qualifiedPacing } from '../targets/qualified-pacing.ts';
import { qualifiedTarget } from '../targets/qualified-target.ts';
import { qualifiedTargetToDate } from '../targets/qualified-target-to-date.ts';
import { wonAttainment } from '../targets/won-attainment.ts';
import { wonPacing } from '../targets/won-pacing.ts';
import { wonTarget } from '../targets/won-target.ts';
import { wonTargetToDate } from '../targets/won-target-to-date.ts';

/** The metrics of targets and pacing. */
export const targetsMetrics: readonly MetricDefinition[] = [
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
];

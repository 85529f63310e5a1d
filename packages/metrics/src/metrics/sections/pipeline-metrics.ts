import { bookings } from '../bookings.ts';
import type { MetricDefinition } from '../define-metric.ts';
import { averageDeal } from '../pipeline/average-deal.ts';
import { bookingsInfluenced } from '../pipeline/bookings-influenced.ts';
import { bookingsRemaining } from '../pipeline/bookings-remaining.ts';
import { bookingsSourced } from '../pipeline/bookings-sourced.ts';
import { dealsLost } from '../pipeline/deals-lost.ts';
import { dealsWon } from '../pipeline/deals-won.ts';
import { earlyStageQualifiedPipeline } from '../pipeline/early-stage-qualified-pipeline.ts';
import { openPipeline } from '../pipeline/open-pipeline.ts';
import { openingPipeline } from '../pipeline/opening-pipeline.ts';
import { pipelineChanged } from '../pipeline/pipeline-changed.ts';
import { pipelineChangedIn } from '../pipeline/pipeline-changed-in.ts';
import { pipelineChangedOut } from '../pipeline/pipeline-changed-out.ts';
import { pipelineCoverage } from '../pipeline/pipeline-coverage.ts';
import { pipelineCreated } from '../pipeline/pipeline-created.ts';
import { pipelineInfluenced } from '../pipeline/pipeline-influenced.ts';
import { pipelineLost } from '../pipeline/pipeline-lost.ts';
import { pipelineOpened } from '../pipeline/pipeline-opened.ts';
import { pipelineSourced } from '../pipeline/pipeline-sourced.ts';
import { pipelineWon } from '../pipeline/pipeline-won.ts';
import { pushedDeals } from '../pipeline/pushed-deals.ts';
import { pushesMean } from '../pipeline/pushes-mean.ts';
import { qualifiedPipeline } from '../pipeline/qualified-pipeline.ts';
import { weightedPipeline } from '../pipeline/weighted-pipeline.ts';

/** The metrics of pipeline and bookings. */
export const pipelineMetrics: readonly MetricDefinition[] = [
  bookings,
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
];

import type { MetricDefinition } from '../define-metric.ts';
import { pulse } from '../pulse/pulse.ts';
import { pulseAnswers } from '../pulse/pulse-answers.ts';

/** The metrics of the pulse. */
export const pulseMetrics: readonly MetricDefinition[] = [pulse, pulseAnswers];

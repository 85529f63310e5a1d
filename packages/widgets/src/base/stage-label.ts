import type { MetricDefinition } from '@sameteam/api/client';

/** A stage of a lead. */
export type StageId = MetricDefinition['anchor'];

/** The stages in their order, and what they are called on screen. */
export const stageLabels: Readonly<Record<StageId, string>> = {
  captured: 'Captured',
  mql: 'MQL',
  handed_off: 'Handed off',
  sal: 'SAL',
  sql: 'SQL',
  opportunity: 'Opportunity',
  won: 'Won',
};

/** The stages in their order. */
export const stageOrder = Object.keys(stageLabels) as readonly StageId[];

import type { MetricDefinition } from '@sameteam/api/client';

/** A stage of a lead. */
export type StageId = Extract<MetricDefinition['measure'], { readonly kind: 'count' }>['stage'];

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

/** What a lead has done that reached a stage, after "has" or "has not". */
export const stageReached: Readonly<Record<StageId, string>> = {
  captured: 'been captured',
  mql: 'become an MQL',
  handed_off: 'been handed off',
  sal: 'been accepted by sales',
  sql: 'been qualified by sales',
  opportunity: 'got an opportunity',
  won: 'been won',
};

/** The stages in their order. */
export const stageOrder = Object.keys(stageLabels) as readonly StageId[];

import { defineMetric } from './define-metric.ts';

/** Share of the captured leads that were won: one cohort, anchored at the event of its denominator (rule 2). */
export const leadToWinRate = defineMetric({
  id: 'lead_to_win_rate',
  label: 'Lead to win',
  unit: 'ratio',
  direction: 'up',
  owner: 'both',
  anchor: 'captured',
  measure: { kind: 'ratio', from: 'captured', to: 'won' },
  formula: 'Of the captured leads, the share that were won.',
  numerator: 'captured leads that were won',
  denominator: 'captured leads',
  clause: 'windows.lead_to_win',
});

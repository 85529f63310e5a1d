import { shareOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Share of recycled leads that came back; mature after a year. */
export const revivalRate = defineMetric({
  id: 'revival_rate',
  label: 'Revived of recycled',
  unit: 'ratio',
  direction: 'up',
  owner: 'marketing',
  anchor: 'recycled',
  measure: shareOf({
    grain: 'leads',
    anchors: ['recycled'],
    numerator: rowsWith(has('at_recycled'), has('at_revived')),
    denominator: rowsWith(has('at_recycled')),
    waiting: { from: 'at_recycled', to: 'at_revived', countsLater: true },
    matures: { kind: 'days', at: 'at_recycled', days: 365 },
  }),
  formula: 'Of the leads that were recycled, the share that were handed off again; a cohort has a year.',
  numerator: 'leads that were revived',
  denominator: 'leads that were recycled',
  clause: 'reasons',
});

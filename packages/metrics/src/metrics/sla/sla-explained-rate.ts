import { shareOf } from '../../report/measures.ts';
import { bothOf, has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { missedEntries } from '../row-sets.ts';

/** Share of missed SLA entries that were explained. */
export const slaExplainedRate = defineMetric({
  id: 'sla_explained_rate',
  label: 'Missed and explained',
  unit: 'ratio',
  direction: 'up',
  owner: 'both',
  anchor: 'started',
  measure: shareOf({
    grain: 'entries',
    anchors: ['started', 'due'],
    numerator: bothOf(missedEntries, rowsWith(has('explained'))),
    denominator: missedEntries,
  }),
  formula: 'Of the SLA entries that were missed, the share for which the one who owed it said why.',
  numerator: 'missed entries with an explanation',
  denominator: 'missed entries',
  clause: 'sla',
});

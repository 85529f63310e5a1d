import { timeOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** The 90th percentile of the hours by the clock of the clause that it took to satisfy an entry. */
export const repDelayP90 = defineMetric({
  id: 'rep_delay_p90',
  label: 'Delay of the rep, 90 %',
  unit: 'hours',
  direction: 'down',
  owner: 'sales',
  anchor: 'started',
  measure: timeOf({
    grain: 'entries',
    anchors: ['started'],
    unitSeconds: 3600,
    value: { kind: 'column', column: 'taken' },
    counted: rowsWith(has('taken')),
    p: 0.9,
  }),
  formula: 'The 90th percentile of the hours, by the clock of the clause, from its start to what satisfied it.',
  numerator: null,
  denominator: 'those that have both events',
  clause: 'sla',
});

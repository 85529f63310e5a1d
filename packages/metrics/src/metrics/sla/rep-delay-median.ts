import { timeOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** The median of the hours by the clock of the clause that it took to satisfy an entry. */
export const repDelayMedian = defineMetric({
  id: 'rep_delay_median',
  label: 'Delay of the rep, median',
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
    p: 0.5,
  }),
  formula:
    'The median of the hours, by the clock of the clause, from its start to what satisfied it. Half took no longer.',
  numerator: null,
  denominator: 'SLA entries that were satisfied',
  clause: 'sla',
});

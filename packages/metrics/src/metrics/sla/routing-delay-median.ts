import { timeOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** The median of the hours that an SLA entry lost before its clock started: not the delay of the rep. */
export const routingDelayMedian = defineMetric({
  id: 'routing_delay_median',
  label: 'Delay of routing, median',
  unit: 'hours',
  direction: 'down',
  owner: 'marketing',
  anchor: 'started',
  measure: timeOf({
    grain: 'entries',
    anchors: ['started'],
    unitSeconds: 3600,
    value: { kind: 'column', column: 'routing' },
    counted: rowsWith(has('routing')),
    p: 0.5,
  }),
  formula: 'The median of the hours from hand-off to the assignment that starts the clock. Half took no longer.',
  numerator: null,
  denominator: 'SLA entries whose clock was started by an assignment',
  clause: 'sla',
});

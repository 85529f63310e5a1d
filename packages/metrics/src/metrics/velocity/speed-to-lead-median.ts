import { timeOf } from '../../report/measures.ts';
import { isOrdered, isReversed, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** The median of the hours from capture to the first attempt by a person; leads that nobody tried to reach are not in it, see never_attempted_rate. */
export const speedToLeadMedian = defineMetric({
  id: 'speed_to_lead_median',
  label: 'Speed to lead, median',
  unit: 'hours',
  direction: 'down',
  owner: 'sales',
  anchor: 'captured',
  measure: timeOf({
    grain: 'leads',
    anchors: ['captured'],
    unitSeconds: 3600,
    value: { kind: 'seconds', from: 'at_captured', to: 'at_attempted' },
    counted: rowsWith(isOrdered('at_captured', 'at_attempted')),
    excluded: rowsWith(isReversed('at_captured', 'at_attempted')),
    p: 0.5,
  }),
  formula: 'The median of the hours from capture to the first attempt by a person. Half took no longer.',
  numerator: null,
  denominator: 'captured leads that were attempted',
  clause: 'sla',
});

import { timeOf } from '../../report/measures.ts';
import { isOrdered, isReversed, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** The 90th percentile of the hours from capture to the first attempt by a person; leads that nobody tried to reach are not in it, see never_attempted_rate. */
export const speedToLeadP90 = defineMetric({
  id: 'speed_to_lead_p90',
  label: 'Speed to lead, 90th percentile',
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
    p: 0.9,
  }),
  formula:
    'The 90th percentile of the hours from capture to the first attempt by a person. Nine of ten took no longer.',
  numerator: null,
  denominator: 'captured leads that were attempted',
  clause: 'sla',
});

import { timeOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** The 90th percentile of the working hours from hand-off to the decision: accepted, rejected, recycled or disqualified. */
export const workingHoursToDecisionP90 = defineMetric({
  id: 'working_hours_to_decision_p90',
  label: 'Hand-off to decision, working time, 90th percentile',
  unit: 'working_hours',
  direction: 'down',
  owner: 'sales',
  anchor: 'handed_off',
  measure: timeOf({
    grain: 'cycles',
    anchors: ['handed_off'],
    unitSeconds: 3600,
    value: { kind: 'column', column: 'worked_to_decided' },
    counted: rowsWith(has('worked_to_decided')),
    p: 0.9,
  }),
  formula:
    'The 90th percentile of the working hours from hand-off to the decision of sales. Nine of ten took no longer.',
  numerator: null,
  denominator: 'hand-offs that were decided',
  clause: 'calendars',
});

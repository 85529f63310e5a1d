import { timeOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** The median of the working hours from hand-off to the first owner. */
export const workingHoursToAssignedMedian = defineMetric({
  id: 'working_hours_to_assigned_median',
  label: 'Hand-off to owner, working time, median',
  unit: 'working_hours',
  direction: 'down',
  owner: 'marketing',
  anchor: 'handed_off',
  measure: timeOf({
    grain: 'cycles',
    anchors: ['handed_off'],
    unitSeconds: 3600,
    value: { kind: 'column', column: 'worked_to_assigned' },
    counted: rowsWith(has('worked_to_assigned')),
    p: 0.5,
  }),
  formula: 'The median of the working hours from hand-off until the lead had an owner. Half took no longer.',
  numerator: null,
  denominator: 'hand-offs that got an owner',
  clause: 'calendars',
});

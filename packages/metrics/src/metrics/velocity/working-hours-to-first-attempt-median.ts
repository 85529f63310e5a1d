import { timeOf } from '../../report/measures.ts';
import { has, isReversed, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** The median of the working hours from the first owner to the first attempt. */
export const workingHoursToFirstAttemptMedian = defineMetric({
  id: 'working_hours_to_first_attempt_median',
  label: 'Owner to first attempt, working time, median',
  unit: 'working_hours',
  direction: 'down',
  owner: 'sales',
  anchor: 'handed_off',
  measure: timeOf({
    grain: 'cycles',
    anchors: ['handed_off'],
    unitSeconds: 3600,
    value: { kind: 'column', column: 'worked_to_attempted' },
    counted: rowsWith(has('worked_to_attempted')),
    excluded: rowsWith(isReversed('at_assigned', 'at_attempted')),
    p: 0.5,
  }),
  formula: 'The median of the working hours from having an owner to the first attempt. Half took no longer.',
  numerator: null,
  denominator: 'hand-offs with an owner that were attempted',
  clause: 'calendars',
});

import { shareOf } from '../../report/measures.ts';
import { anyOf, has, hasNo, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Share of meetings that the lead did not come to, canceled ones aside. */
export const noShowRate = defineMetric({
  id: 'no_show_rate',
  label: 'No-show rate',
  unit: 'ratio',
  direction: 'down',
  owner: 'sales',
  anchor: 'booked',
  measure: shareOf({
    grain: 'meetings',
    anchors: ['booked', 'starts'],
    numerator: rowsWith(hasNo('at_held'), has('at_no_show')),
    denominator: anyOf(rowsWith(has('at_held')), rowsWith(hasNo('at_held'), has('at_no_show'))),
  }),
  formula: 'Of the meetings that were held or missed by the lead, the share that were missed.',
  numerator: 'meetings that the lead missed',
  denominator: 'meetings held or missed',
  clause: 'sla',
});

import { countOf } from '../../report/measures.ts';
import { bothOf } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { openLeadRows, rowsWithoutNextStep } from '../row-sets.ts';

/** Open leads without a next step; a planned one whose time is past is none. */
export const leadsWithoutNextStep = defineMetric({
  id: 'leads_without_next_step',
  label: 'Without next step',
  unit: 'leads',
  direction: 'down',
  owner: 'both',
  anchor: 'captured',
  measure: countOf({
    grain: 'leads',
    anchors: ['captured'],
    readAt: 'now',
    counted: bothOf(openLeadRows, rowsWithoutNextStep),
  }),
  formula:
    'The number of open leads without a next step: at as-of no task, meeting, revisit or nurture program lies before them. A lead whose deal was lost is open until it is recycled or disqualified.',
  numerator: 'open leads without a next step',
  denominator: null,
  clause: 'programs',
});

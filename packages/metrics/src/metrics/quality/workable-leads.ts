import { countOf } from '../../report/measures.ts';
import { anyOf, has, hasNo, isAtLeast, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** MQLs that sales can work: reachable, and nobody has said no. */
export const workableLeads = defineMetric({
  id: 'workable_leads',
  label: 'Workable leads',
  unit: 'leads',
  direction: 'up',
  owner: 'marketing',
  anchor: 'mql',
  measure: countOf({
    grain: 'leads',
    anchors: ['mql'],
    counted: anyOf(
      rowsWith(has('at_mql'), isAtLeast('reachable', 1), isAtLeast('consented', 1)),
      // Where nobody was asked, nobody has said no.
      rowsWith(has('at_mql'), isAtLeast('reachable', 1), hasNo('consented')),
    ),
  }),
  formula: 'The number of MQLs that can be worked: reachable by mail or phone, and with nobody having said no.',
  numerator: 'MQLs that are reachable and have not said no',
  denominator: null,
  clause: 'qualified',
});

import { countOf } from '../../report/measures.ts';
import { bothOf, hasNo, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { openLeadRows } from '../row-sets.ts';

/** Open leads that nobody owns. */
export const unownedLeads = defineMetric({
  id: 'unowned_leads',
  label: 'Without owner',
  unit: 'leads',
  direction: 'down',
  owner: 'both',
  anchor: 'captured',
  measure: countOf({
    grain: 'leads',
    anchors: ['captured'],
    readAt: 'now',
    counted: bothOf(openLeadRows, rowsWith(hasNo('owner_at_now'))),
  }),
  formula:
    'The number of open leads that nobody owns at as-of. A lead whose deal was lost is open until it is recycled or disqualified.',
  numerator: 'open leads without an owner',
  denominator: null,
  clause: 'handOffs',
});

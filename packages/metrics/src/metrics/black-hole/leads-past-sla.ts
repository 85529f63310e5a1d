import { countOf } from '../../report/measures.ts';
import { bothOf } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { openLeadRows, rowsPastSla } from '../row-sets.ts';

/** Open leads with an SLA entry that is past its time. */
export const leadsPastSla = defineMetric({
  id: 'leads_past_sla',
  label: 'Past their SLA',
  unit: 'leads',
  direction: 'down',
  owner: 'both',
  anchor: 'captured',
  measure: countOf({
    grain: 'leads',
    anchors: ['captured'],
    readAt: 'now',
    counted: bothOf(openLeadRows, rowsPastSla),
  }),
  formula: 'The number of open leads of which an SLA is broken at as-of.',
  numerator: 'open leads with a broken SLA',
  denominator: null,
  clause: 'sla',
});

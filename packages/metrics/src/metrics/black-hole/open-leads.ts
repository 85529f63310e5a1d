import { countOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';
import { openLeadRows } from '../row-sets.ts';

/** Leads that are open at as-of, by the date of their capture. */
export const openLeads = defineMetric({
  id: 'open_leads',
  label: 'Open leads',
  unit: 'leads',
  direction: 'down',
  owner: 'both',
  anchor: 'captured',
  measure: countOf({ grain: 'leads', anchors: ['captured'], readAt: 'now', counted: openLeadRows }),
  formula:
    'The number of leads of which something is still owed at as-of: not won, not disqualified. A lead whose deal was lost is open until it is recycled or disqualified.',
  numerator: 'leads that are open',
  denominator: null,
  clause: 'terms.lead',
});

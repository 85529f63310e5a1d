import { countOf } from '../../report/measures.ts';
import { hasCome, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Recycled leads whose date of revisit has come and which were not handed off again. */
export const revisitsDue = defineMetric({
  id: 'revisits_due',
  label: 'Due for a revisit',
  unit: 'leads',
  direction: 'down',
  owner: 'both',
  anchor: 'captured',
  measure: countOf({ grain: 'leads', anchors: ['captured'], readAt: 'now', counted: rowsWith(hasCome('at_revisit')) }),
  formula: 'The number of recycled leads whose date of revisit has come.',
  numerator: 'recycled leads that are due',
  denominator: null,
  clause: 'reasons',
});

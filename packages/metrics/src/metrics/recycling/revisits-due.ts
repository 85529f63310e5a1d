import { countOf } from '../../report/measures.ts';
import { hasCome, isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Recycled leads whose date of revisit has come, and which have gone nowhere since: not handed off again, won or disqualified. */
export const revisitsDue = defineMetric({
  id: 'revisits_due',
  label: 'Due for a revisit',
  unit: 'leads',
  direction: 'down',
  owner: 'both',
  anchor: 'captured',
  measure: countOf({
    grain: 'leads',
    anchors: ['captured'],
    readAt: 'now',
    counted: rowsWith(isOneOf('state', 'recycled'), hasCome('at_revisit')),
  }),
  formula: 'The number of leads that are recycled at as-of and whose date of revisit has come.',
  numerator: 'recycled leads that are due',
  denominator: null,
  clause: 'reasons',
});

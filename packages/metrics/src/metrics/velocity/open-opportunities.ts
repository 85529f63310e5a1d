import { levelOf } from '../../report/measures.ts';
import { everyRow } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Deals that are open at the end of the period. */
export const openOpportunities = defineMetric({
  id: 'open_opportunities',
  label: 'Open opportunities',
  unit: 'opportunities',
  direction: 'neutral',
  owner: 'sales',
  anchor: 'began',
  measure: levelOf({ grain: 'spans', anchors: ['began'], began: 'at_began', left: 'at_left', counted: everyRow }),
  formula: 'The number of deals that are open at the end of the period.',
  numerator: 'open deals',
  denominator: null,
  clause: 'terms.opportunity',
});

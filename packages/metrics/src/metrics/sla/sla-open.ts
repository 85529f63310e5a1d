import { countOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';
import { openEntries } from '../row-sets.ts';

/** SLA entries that are neither kept nor due yet. */
export const slaOpen = defineMetric({
  id: 'sla_open',
  label: 'SLA open',
  unit: 'entries',
  direction: 'neutral',
  owner: 'both',
  anchor: 'started',
  measure: countOf({ grain: 'entries', anchors: ['started', 'due'], counted: openEntries }),
  formula: 'The number of SLA entries that are still within their limit.',
  numerator: 'entries that are open',
  denominator: null,
  clause: 'sla',
});

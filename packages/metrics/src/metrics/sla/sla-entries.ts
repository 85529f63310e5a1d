import { countOf } from '../../report/measures.ts';
import { everyRow } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Times that an SLA was owed, by when its clock started. */
export const slaEntries = defineMetric({
  id: 'sla_entries',
  label: 'SLA entries',
  unit: 'entries',
  direction: 'neutral',
  owner: 'both',
  anchor: 'started',
  measure: countOf({ grain: 'entries', anchors: ['started', 'due'], counted: everyRow }),
  formula: 'The number of times that an SLA was owed.',
  numerator: 'SLA entries',
  denominator: null,
  clause: 'sla',
});

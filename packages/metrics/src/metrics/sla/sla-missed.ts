import { countOf } from '../../report/measures.ts';
import { defineMetric } from '../define-metric.ts';
import { missedEntries } from '../row-sets.ts';

/** SLA entries whose time has come without what was owed (rule 10). */
export const slaMissed = defineMetric({
  id: 'sla_missed',
  label: 'SLA missed',
  unit: 'entries',
  direction: 'down',
  owner: 'both',
  anchor: 'started',
  measure: countOf({ grain: 'entries', anchors: ['started', 'due'], counted: missedEntries }),
  formula: 'The number of SLA entries that were missed, whether anybody noticed or not.',
  numerator: 'entries that were missed',
  denominator: null,
  clause: 'sla',
});

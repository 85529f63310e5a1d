import { shareOf } from '../../report/measures.ts';
import { anyOf } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';
import { keptEntries, missedEntries, notJudgedEntries, openEntries } from '../row-sets.ts';

/** Share of judged SLA entries that were kept, by when the clock started; by clause, owner and side. */
export const slaAttainment = defineMetric({
  id: 'sla_attainment',
  label: 'SLA attainment',
  unit: 'ratio',
  direction: 'up',
  owner: 'both',
  anchor: 'started',
  measure: shareOf({
    grain: 'entries',
    anchors: ['started', 'due'],
    numerator: keptEntries,
    denominator: anyOf(keptEntries, missedEntries),
    excluded: notJudgedEntries,
    matures: { kind: 'settled', open: openEntries },
  }),
  formula:
    'Of the SLA entries that are judged, the share that were kept. One that is still within its limit is not judged yet; one that ended before it was due is not judged at all.',
  numerator: 'entries that were kept',
  denominator: 'entries that were kept or missed',
  clause: 'sla',
});

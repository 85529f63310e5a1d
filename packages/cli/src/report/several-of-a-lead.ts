import type { MetricDefinition } from '@sameteam/metrics';
import type { LeadsPage } from './leads-wanted.ts';

/** What else than leads a number counts, of which a lead can have several. */
const severals: Readonly<Record<string, string>> = {
  cycles: 'hand-offs',
  entries: 'entries of the SLA',
  opportunities: 'deals',
  changes: 'changes of deals',
  touches: 'touches',
  meetings: 'meetings',
};

/**
 * Why there are fewer leads behind a number than it says: it counts what a lead can have several of.
 * @param part a quotient has another metric above its line than below
 * @returns `null` for a number of leads, and where it is not one thing that is counted
 */
export function severalOfALead(
  id: string,
  metrics: readonly MetricDefinition[],
  part: LeadsPage['part'],
): string | null {
  const measure = metrics.find((metric) => metric.id === id)?.measure;
  if (measure?.kind === 'quotient')
    return severalOfALead(part === 'denominator' ? measure.under : measure.over, metrics, part);
  if (measure === undefined || !('grain' in measure)) return null;
  if (measure.kind === 'rows' && measure.distinct === 'lead') return null;
  const what = severals[measure.grain];
  return what === undefined ? null : `The number is of ${what}: a lead can have several.`;
}

import { stages } from '@sameteam/model';
import type { MetricDefinition } from '../metrics/define-metric.ts';
import type { ReportRow } from '../report-row.ts';
import { isRowMeasure } from './fact-measure.ts';
import { figureText } from './figure-in-words.ts';
import { metricMeasure } from './metric-measure.ts';

const accepted = stages.indexOf('sal');

/** What is implied in a number and what follows from that; `null` where nothing is. */
export function impliedInWords({ implied }: Pick<ReportRow, 'implied'>, metric: MetricDefinition): string | null {
  if (implied === 0) return null;
  const many = figureText('number', implied, null).replace(/\.0$/, '');
  const measure = metricMeasure(metric);
  const isTimed = measure.kind === 'seconds' || metric.measure.kind === 'within';
  if (isRowMeasure(measure) && measure.grain === 'cycles') {
    const isOfAcceptance = measure.implied.flat().some((atom) => atom.kind === 'bit' && atom.bit === accepted);
    const what = isOfAcceptance ? 'the hand-off or its acceptance' : 'the hand-off';
    const are = `In ${many}, ${what} is not in the data: what came after it implies it`;
    if (isTimed) return `${are}. Nobody knows when it was, so they are left out of times.`;
    const others = 'A lead that has neither a hand-off nor a decision is not among them';
    return `${are}. ${others}${measure.kind === 'rate' ? ', so that shares of hand-offs come out high' : ''}.`;
  }
  if (isTimed)
    return `In ${many} a stage was skipped: nobody knows when it was reached, so they are left out of times.`;
  const passed = `In ${many} a stage was skipped and counts as passed when the next one was reached.`;
  return measure.kind === 'rate'
    ? `${passed} Leads that went no further imply no stage, so that a rate from a skipped stage on comes out high.`
    : passed;
}

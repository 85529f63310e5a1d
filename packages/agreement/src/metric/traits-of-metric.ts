import type { MetricUnit } from '@sameteam/model';
import type { AgreementDocument } from '../schema/agreement-document.ts';
import { type MetricTraits, metricTraits } from '../vocabulary/metric-traits.ts';
import { addend } from './metric-parts.ts';
import { type OwnMetric, ownMetric } from './own-metric.ts';

type Declaring = Pick<AgreementDocument, 'metrics'>;

/**
 * What a metric counts and in which unit: one that comes with Sameteam, or one that the agreement declares.
 * @returns `null` for a metric that neither knows
 * @example traitsOfMetric(defaultAgreement, 'cost_per_mql') // { facts: null, unit: 'money' }
 */
export function traitsOfMetric(declaring: Declaring, id: string): MetricTraits | null {
  const own = ownMetric(declaring, id);
  return own === null ? metricTraits(id) : traitsOfOwn(declaring, own);
}

function traitsOfOwn(declaring: Declaring, metric: OwnMetric): MetricTraits | null {
  if ('count' in metric) return { facts: 'leads', unit: 'leads' };
  if ('rate' in metric) return { facts: 'leads', unit: 'ratio' };
  if ('time' in metric) return { facts: 'leads', unit: 'days' };
  if ('of' in metric) return traitsOfMetric(declaring, metric.of);
  const [first, second] = 'over' in metric ? [metric.over, metric.per] : metric.sum.map((part) => addend(part).metric);
  const one = traitsOfMetric(declaring, first ?? '');
  const other = traitsOfMetric(declaring, second ?? '');
  if (one === null || other === null) return null;
  return { facts: null, unit: 'over' in metric ? quotientUnit(one.unit, other.unit) : one.unit };
}

/** The unit of one metric over another: what is in one unit is a ratio, money by anything else is money. */
function quotientUnit(over: MetricUnit, per: MetricUnit): MetricUnit {
  if (over === per) return 'ratio';
  return over === 'money' ? 'money' : 'number';
}

/** Whether a metric is a share of a whole, from 0 to 1. What is made of other metrics can be more than one. */
export function isShareOfWhole(declaring: Declaring, id: string): boolean {
  const traits = traitsOfMetric(declaring, id);
  return traits !== null && traits.facts !== null && traits.unit === 'ratio';
}

import type { MetricFacts } from '@sameteam/model';
import type { FactDimension } from './fact-dimensions.ts';

const lead: readonly FactDimension[] = [
  'source.channel',
  'source.medium',
  'source.campaign',
  'source.landingPage',
  'source.motion',
  'product',
  'owner',
  'team',
  'segment',
  'readiness',
  'grade',
  'company.size',
  'company.industry',
  'company.country',
  'reason',
  'version',
  'cycle',
];
const current: readonly FactDimension[] = [
  'current.owner',
  'current.team',
  'current.readiness',
  'current.grade',
  'current.stage',
];

/**
 * The dimensions that rows know. A test in `@sameteam/metrics` holds them and the columns of facts together.
 * @example dimensionsOfFacts.spend // ['source.channel', 'source.campaign', 'segment']
 */
export const dimensionsOfFacts: Readonly<Record<MetricFacts, readonly FactDimension[]>> = {
  leads: [...lead, 'stage', ...current],
  cycles: [...lead, 'hand_off'],
  entries: [...lead, 'clause', 'side'],
  opportunities: [...lead, 'stage', 'pipeline', 'kind', 'competitor', 'sourcing', ...current],
  spans: [...lead, 'stage', 'pipeline', 'kind', 'sourcing', 'current.stage'],
  companies: lead,
  changes: [...lead, 'kind'],
  meetings: [...lead, 'kind'],
  spend: ['source.channel', 'source.campaign', 'segment'],
  pulses: ['team', 'segment'],
};

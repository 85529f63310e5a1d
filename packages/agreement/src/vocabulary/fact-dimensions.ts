import type { DimensionId } from '@sameteam/model';
import type { CalendarGrain } from './states.ts';

/** A dimension that facts say, and not the calendar. */
export type FactDimension = Exclude<DimensionId, CalendarGrain>;

/** Every dimension that a metric can be limited to, with the noun that it is called by. */
export const factDimensions = {
  'source.channel': 'channel',
  'source.medium': 'medium',
  'source.campaign': 'campaign',
  'source.landingPage': 'landing page',
  'source.motion': 'motion',
  product: 'product',
  owner: 'owner',
  team: 'team',
  segment: 'segment',
  readiness: 'readiness',
  grade: 'grade',
  'company.size': 'company size',
  'company.industry': 'industry',
  'company.country': 'country',
  reason: 'reason',
  stage: 'stage',
  version: 'version of the agreement',
  cycle: 'cycle',
  hand_off: 'hand-off',
  clause: 'clause',
  side: 'side',
  pipeline: 'pipeline',
  kind: 'kind',
  competitor: 'competitor',
  sourcing: 'sourcing',
  'current.owner': 'current owner',
  'current.team': 'current team',
  'current.readiness': 'current readiness',
  'current.grade': 'current grade',
  'current.stage': 'current stage',
} as const satisfies Readonly<Record<FactDimension, string>>;

/** Ids of {@link factDimensions}, in their order. */
export const factDimensionIds = Object.keys(factDimensions) as readonly FactDimension[];

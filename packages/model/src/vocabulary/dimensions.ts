/**
 * Ids of everything that a number can be cut by. Source dimensions are those of the first capture; what changes over time
 * is read at the anchor of a number, `current.*` at as-of; the calendar grains cut the time of the anchor in the
 * agreement's zone.
 * @example dimensionIds.includes('source.channel') // true
 */
export const dimensionIds = [
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
  'stage',
  'version',
  'cycle',
  'hand_off',
  'clause',
  'side',
  'pipeline',
  'kind',
  'competitor',
  'sourcing',
  'current.owner',
  'current.team',
  'current.readiness',
  'current.grade',
  'current.stage',
  'day',
  'week',
  'month',
  'quarter',
  'year',
] as const;

/** One of {@link dimensionIds}. */
export type DimensionId = (typeof dimensionIds)[number];

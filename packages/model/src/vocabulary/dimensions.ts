/**
 * Ids of everything that a number can be cut by. Source dimensions are those of the first capture,
 * `current.*` are read at as-of, the calendar grains cut the time of the anchor in the agreement's zone.
 * @example dimensionIds.includes('source.channel') // true
 */
export const dimensionIds = [
  'source.channel',
  'source.medium',
  'source.campaign',
  'source.landingPage',
  'source.motion',
  'owner',
  'readiness',
  'segment',
  'current.owner',
  'current.readiness',
  'day',
  'week',
  'month',
  'quarter',
  'year',
] as const;

/** One of {@link dimensionIds}. */
export type DimensionId = (typeof dimensionIds)[number];

/**
 * The one way to write an instant: UTC, with milliseconds only where there are some.
 * @param ms UTC milliseconds
 * @example plainInstant(0) // '1970-01-01T00:00:00Z'
 */
export function plainInstant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

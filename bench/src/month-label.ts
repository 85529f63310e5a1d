/** The month that begins on a day, counted from 1970-01-01, as reports name it. */
export function bucketLabelOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 7);
}

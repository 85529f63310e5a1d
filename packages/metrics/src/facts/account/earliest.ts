/** The earliest of the times of some things; `null` where none has one. */
export function earliest<T>(things: readonly T[], timeOf: (thing: T) => number | null): number | null {
  let first: number | null = null;
  for (const thing of things) {
    const atMs = timeOf(thing);
    if (atMs !== null && (first === null || atMs < first)) first = atMs;
  }
  return first;
}

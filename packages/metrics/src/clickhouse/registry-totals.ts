import type { Registry } from './import-registry.ts';

/** Events of all imports. */
export function eventsOf({ imports }: Registry): number {
  return imports.reduce((sum, { events }) => sum + events, 0);
}

/** From the first event to the last, UTC milliseconds; the wrong way round for an empty log. */
export function spanOf({ imports }: Registry): { readonly fromMs: number; readonly toMs: number } {
  let [fromMs, toMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { firstMs, lastMs } of imports) {
    if (firstMs !== null && firstMs < fromMs) fromMs = firstMs;
    if (lastMs !== null && lastMs > toMs) toMs = lastMs;
  }
  return { fromMs, toMs };
}

/** The imports that there are, in words. */
export function knownImports({ imports }: Registry): string {
  return imports.length === 0 ? 'Nothing has been imported.' : `Imports are ${imports.map(({ id }) => id).join(', ')}.`;
}

import type { AttributionPath } from './attribution-path.ts';
import { compareChannels } from './compare-channels.ts';

/** Every channel of the paths once, by name in UTF-8 order. */
export function channelsOf(paths: readonly AttributionPath[]): readonly string[] {
  const channels = new Set<string>();
  for (const { steps } of paths) for (const step of steps) channels.add(step);
  return [...channels].sort(compareChannels);
}

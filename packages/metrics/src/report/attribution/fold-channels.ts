import { type AttributionPath, foldTail } from '@sameteam/stats';
import { foldedStep } from './attribution-paths.ts';

/** How the rarest channels become one, the same for every model. */
export interface FoldedChannels {
  readonly fold: (paths: readonly AttributionPath[]) => readonly AttributionPath[];
  /** How many channels are folded. */
  readonly folded: number;
}

/**
 * Keeps the channels that touched most of those who converted.
 * @param converted paths to the conversion
 * @param all every path that is asked about
 */
export function foldChannels(
  converted: readonly AttributionPath[],
  all: readonly AttributionPath[],
  top: number,
): FoldedChannels {
  const channels = new Set(all.flatMap(({ steps }) => steps));
  if (channels.size <= top) return { fold: (paths) => paths, folded: 0 };
  const kept = new Set(foldTail(converted, { keep: top, name: foldedStep }).kept);
  const named = (step: string) => (kept.has(step) ? step : foldedStep);
  return {
    fold: (paths) => paths.map((path) => ({ ...path, steps: path.steps.map(named) })),
    folded: channels.size - kept.size,
  };
}

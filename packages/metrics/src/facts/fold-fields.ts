import { eventRank, eventTypes } from '@sameteam/model';
import { leadFold } from './lead-fold.ts';
import { foldRanks } from './promoted.ts';

/** Where texts stand in the `data` of an event that folds read. */
export type FoldPaths = readonly (readonly string[])[];

const none: FoldPaths = [];
const capturePaths: FoldPaths = leadFold.capture.map(({ path }) => path);

const pathsOfRank: readonly FoldPaths[] = eventTypes.map((_, rank) => {
  if (rank === foldRanks.captured || rank === foldRanks.updated) return capturePaths;
  const last = leadFold.last.find(({ event }) => eventRank(event) === rank);
  return last === undefined ? none : [[last.field]];
});

/** As many texts are read of one event at most. */
export const foldWidth: number = Math.max(...pathsOfRank.map((paths) => paths.length));

/**
 * Paths of the texts that folds read of the events of a rank; none for most.
 * @param rank of the type, see `eventRank` of the model
 * @example foldPaths(0)[0] // ['source', 'channel']
 */
export function foldPaths(rank: number): FoldPaths {
  return pathsOfRank[rank] ?? none;
}

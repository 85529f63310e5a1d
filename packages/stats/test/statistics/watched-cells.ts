import { percent } from './figures.ts';

/** A base rate and its mean trials a week. */
export interface WatchedCell {
  readonly rate: number;
  readonly volume: number;
}

const rates = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7];
const volumes = [20, 50, 100, 200];

/** The base rates and volumes that changes are simulated at. */
export const watchedCells: readonly WatchedCell[] = rates.flatMap((rate) =>
  volumes.map((volume) => ({ rate, volume })),
);

/** @example cellName({ rate: 0.3, volume: 50 }) // 'rate  30 %,  50 trials a week' */
export function cellName({ rate, volume }: WatchedCell): string {
  return `rate ${percent(rate, 0).padStart(4)}, ${String(volume).padStart(3)} trials a week`;
}

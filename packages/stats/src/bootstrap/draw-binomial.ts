import type { Trials } from '../distribution/binomial-tails.ts';
import { binomialMass } from '../distribution/probability-mass.ts';
import type { RandomSource } from './random-source.ts';

/**
 * A number of hits, drawn from the binomial distribution by one random number.
 * Source: inversion outwards from the most likely value, Kemp 1986. O(√trials), with a constant of about one.
 */
export function drawBinomial({ trials, chance }: Trials, random: RandomSource): number {
  if (trials === 0 || chance <= 0) return 0;
  if (chance >= 1) return trials;
  const odds = chance / (1 - chance);
  const mode = Math.min(trials, Math.floor((trials + 1) * chance));
  const mass = binomialMass(mode, trials, chance);
  let rest = random() - mass;
  let [up, down] = [mode, mode];
  let [massUp, massDown] = [mass, mass];
  // What is left when both sides have run out is the rounding error of the sum.
  while (rest >= 0 && massUp + massDown > 1e-18) {
    massUp *= ((trials - up) / (up + 1)) * odds;
    up += 1;
    rest -= massUp;
    if (rest < 0) return up;
    massDown *= down / (trials - down + 1) / odds;
    down -= 1;
    rest -= massDown;
    if (rest < 0) return down;
  }
  return mode;
}

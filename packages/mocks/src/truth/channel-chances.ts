import { baseline } from '../odds/baseline.ts';
import { driftOf, mqlChance } from '../odds/cycle-odds.ts';
import {
  type Fit,
  type Grade,
  gradeOfFit,
  grades,
  intents,
  readinessOf,
  regions,
  roles,
  sizes,
} from '../odds/lead-class.ts';
import { paceOf } from '../odds/pace.ts';
import type { Channel } from '../world/channels.ts';
import { type ReachChances, reachChances } from './reach-chances.ts';
import { addChances, type Chances, type PacedWins } from './true-rates.ts';

/**
 * The exact chances of the leads of one channel that are captured in one month: a sum over every intent, size, role,
 * industry, region and rep, and over the cycles.
 * @param month months since the company's start, from 0
 */
export function channelChances(
  channel: Channel,
  options: { readonly month: number; readonly drift: boolean },
): Chances {
  const drift = driftOf(channel, options);
  const after = new Map<string, ReachChances>();
  for (const grade of grades) {
    for (const readiness of ['hot', 'warm'] as const) {
      after.set(`${grade} ${readiness}`, reachChances({ channel, drift, grade, readiness }));
    }
  }
  const parts = sizes.flatMap((size, sizeIndex) => {
    const ofGrades = gradeShares(channel, size);
    return intents.flatMap((intent, intentIndex) =>
      grades.map((grade) => {
        const weight =
          share(channel.sizes, sizeIndex) * share(channel.intents, intentIndex) * (ofGrades.get(grade) ?? 0);
        const readiness = readinessOf(intent, grade);
        const mql = mqlChance({ channel, intent, grade });
        const handedOff = mql * baseline.handedOff[readiness];
        const then = after.get(`${grade} ${readiness}`) as ReachChances;
        const wins = new Map<string, PacedWins>();
        then.wonIn.forEach((chance, cycle) => {
          const key = cycle === 0 ? `${channel.id} ${intent} ${size}` : `cycle ${cycle}`;
          wins.set(key, { pace: paceOf({ channel, intent, size, cycles: cycle + 1 }), chance: handedOff * chance });
        });
        const won = handedOff * then.wonIn.reduce((sum, chance) => sum + chance, 0);
        const reached = {
          captured: 1,
          mql,
          handed_off: handedOff,
          sal: handedOff * then.sal,
          sql: handedOff * then.sql,
          opportunity: handedOff * then.opportunity,
          won,
        };
        return { weight, chances: { reached, wins } };
      }),
    );
  });
  return addChances(parts);
}

/** How the leads of one size spread over the grades. */
function gradeShares(channel: Channel, size: Fit['size']): ReadonlyMap<Grade, number> {
  const shares = new Map<Grade, number>();
  roles.forEach((role, roleIndex) => {
    regions.forEach((region, regionIndex) => {
      for (const isTargetIndustry of [true, false]) {
        const grade = gradeOfFit({ size, role, region, isTargetIndustry });
        const chance =
          share(channel.roles, roleIndex) *
          share(channel.regions, regionIndex) *
          (isTargetIndustry ? channel.targetIndustry : 1 - channel.targetIndustry);
        shares.set(grade, (shares.get(grade) ?? 0) + chance);
      }
    });
  });
  return shares;
}

function share(weights: readonly number[], index: number): number {
  return (weights[index] as number) / weights.reduce((sum, weight) => sum + weight, 0);
}

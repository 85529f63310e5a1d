import type { Channel } from '../world/channels.ts';
import { baseline } from './baseline.ts';
import type { Diligence, Grade, Intent, Readiness } from './lead-class.ts';

/** Chance of each step of one cycle, each given the step before. */
export interface CycleOdds {
  /** Somebody owns and touches the lead, given that it was handed off. */
  readonly touched: number;
  readonly sal: number;
  readonly sql: number;
  readonly opportunity: number;
  readonly won: number;
}

/** What the chances of a cycle depend on. */
export interface CycleClass {
  readonly channel: Channel;
  /** What drift has added to the log odds by the month of capture. */
  readonly drift: number;
  readonly grade: Grade;
  readonly readiness: Readiness;
  readonly diligence: Diligence;
  /** 0 for the first cycle. */
  readonly cycle: number;
}

/** The chances of one cycle; simulation and truth both use this function. */
export function cycleOdds({ channel, drift, grade, readiness, diligence, cycle }: CycleClass): CycleOdds {
  const { quality } = channel;
  const fit = baseline.grade[grade];
  const rep = baseline.diligence[diligence];
  const step = (stage: 'sal' | 'sql' | 'won') => {
    const { base, perGrade, hot, again } = baseline[stage];
    return chanceOf(
      base +
        perGrade * fit +
        (readiness === 'hot' ? hot : 0) +
        (cycle > 0 ? again : 0) +
        quality[stage] +
        drift +
        rep[stage],
    );
  };
  const touched = baseline.touched[diligence];
  return {
    touched: baseline.owned * (touched + (1 - touched) * baseline.rescued),
    sal: step('sal'),
    sql: step('sql'),
    opportunity: chanceOf(baseline.opportunity.base + baseline.opportunity.perGrade * fit),
    won: step('won'),
  };
}

/** Chance that a lead becomes an MQL. Drift does not touch it: it is about what sales makes of the leads. */
export function mqlChance({
  channel,
  intent,
  grade,
}: {
  readonly channel: Channel;
  readonly intent: Intent;
  readonly grade: Grade;
}): number {
  const { mql } = baseline;
  return chanceOf(mql.intent[intent] + mql.perGrade * baseline.grade[grade] + channel.quality.mql);
}

/**
 * What drift has added to the log odds of a channel.
 * @param month months since the company's start, from 0
 */
export function driftOf(
  channel: Channel,
  { month, drift }: { readonly month: number; readonly drift: boolean },
): number {
  return drift ? (channel.driftIn24Months * Math.min(month, baseline.driftMonths)) / 24 : 0;
}

function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

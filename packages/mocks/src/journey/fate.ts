import { baseline, mostCycles } from '../odds/baseline.ts';
import { cycleOdds, driftOf, mqlChance } from '../odds/cycle-odds.ts';
import {
  type Diligence,
  diligences,
  type Fit,
  type Grade,
  gradeOfFit,
  type Intent,
  intents,
  type Readiness,
  readinessOf,
  regions,
  roles,
  sizes,
} from '../odds/lead-class.ts';
import { drawDays, paceOf } from '../odds/pace.ts';
import type { Random } from '../random/random.ts';
import type { Channel } from '../world/channels.ts';

/** How far a cycle gets: handed off, accepted, qualified by sales, opportunity open, won. */
export const reaches = ['handed_off', 'sal', 'sql', 'opportunity', 'won'] as const;
export type Reach = (typeof reaches)[number];

/** What becomes of one cycle, before anything is said of times. */
export interface CycleFate {
  readonly readiness: Readiness;
  readonly diligence: Diligence;
  /** Nobody owns the lead, the owner never touches it, another rep is given it after a broken SLA, or the owner does. */
  readonly care: 'unowned' | 'untouched' | 'rescued' | 'touched';
  readonly reach: Reach;
  readonly end: 'open' | 'rejected' | 'recycled' | 'disqualified' | 'lost' | 'lost_and_recycled' | 'won';
}

/** What becomes of a lead: drawn as a whole when it is captured, so that its chances are known exactly. */
export interface Fate {
  readonly channel: Channel;
  readonly intent: Intent;
  readonly fit: Fit;
  readonly grade: Grade;
  readonly isMql: boolean;
  /** Empty for a lead that is never handed off; every cycle but the last is followed by another one. */
  readonly cycles: readonly CycleFate[];
  /** Days that the whole way to a win takes, or would take. */
  readonly days: number;
}

/** What the draw of a fate needs to know. */
export interface FateOptions {
  readonly channel: Channel;
  /** Months since the company's start. */
  readonly month: number;
  readonly drift: boolean;
}

/** Draws the fate of one lead. */
export function drawFate(random: Random, { channel, month, drift }: FateOptions): Fate {
  const intent = intents[random.weighted(channel.intents)] as Intent;
  const fit: Fit = {
    size: sizes[random.weighted(channel.sizes)] as Fit['size'],
    role: roles[random.weighted(channel.roles)] as Fit['role'],
    isTargetIndustry: random.chance(channel.targetIndustry),
    region: regions[random.weighted(channel.regions)] as Fit['region'],
  };
  const grade = gradeOfFit(fit);
  const isMql = random.chance(mqlChance({ channel, intent, grade }));
  const first = readinessOf(intent, grade);
  const cycles: CycleFate[] = [];
  let goesOn = isMql && random.chance(baseline.handedOff[first]);
  while (goesOn) {
    const cycle = cycles.length;
    const readiness = cycle === 0 ? first : random.chance(baseline.revivedHot) ? 'hot' : 'warm';
    const diligence = diligences[random.weighted(seatWeights)] as Diligence;
    const odds = cycleOdds({ channel, drift: driftOf(channel, { month, drift }), grade, readiness, diligence, cycle });
    const care = drawCare(random, diligence);
    const isTouched = care === 'touched' || care === 'rescued';
    const fate: CycleFate = { readiness, diligence, care, ...(isTouched ? drawEnd(random, odds) : untouched) };
    cycles.push(fate);
    goesOn = cycle + 1 < mostCycles && random.chance(reviveChance(fate.end, cycle));
  }
  const pace = paceOf({ channel, intent, size: fit.size, cycles: Math.max(cycles.length, 1) });
  return { channel, intent, fit, grade, isMql, cycles, days: drawDays(pace, random) };
}

const seatWeights = diligences.map((diligence) => baseline.seats[diligence]);

const untouched = { reach: 'handed_off', end: 'open' } as const;

function drawCare(random: Random, diligence: Diligence): CycleFate['care'] {
  if (!random.chance(baseline.owned)) return 'unowned';
  if (random.chance(baseline.touched[diligence])) return 'touched';
  return random.chance(baseline.rescued) ? 'rescued' : 'untouched';
}

function drawEnd(random: Random, odds: ReturnType<typeof cycleOdds>): Pick<CycleFate, 'reach' | 'end'> {
  const { notAccepted, notQualified, notOpened, notWon } = baseline.ends;
  if (!random.chance(odds.sal)) return { reach: 'handed_off', end: drawExit(random, notAccepted) };
  if (!random.chance(odds.sql)) return { reach: 'sal', end: drawExit(random, notQualified) };
  if (!random.chance(odds.opportunity)) return { reach: 'sql', end: drawExit(random, notOpened) };
  if (random.chance(odds.won)) return { reach: 'won', end: 'won' };
  if (!random.chance(notWon.lost)) return { reach: 'opportunity', end: 'open' };
  return { reach: 'opportunity', end: random.chance(notWon.ofThemRecycled) ? 'lost_and_recycled' : 'lost' };
}

function drawExit(
  random: Random,
  shares: Readonly<Partial<Record<'rejected' | 'recycled' | 'disqualified', number>>>,
): CycleFate['end'] {
  let left = random.next();
  for (const end of ['rejected', 'recycled', 'disqualified'] as const) {
    left -= shares[end] ?? 0;
    if (left < 0) return end;
  }
  return 'open';
}

/** Chance that a lead is handed off again after a cycle. */
function reviveChance(end: CycleFate['end'], cycle: number): number {
  if (end === 'recycled') return baseline.revived.recycled[cycle] ?? 0;
  return end === 'lost_and_recycled' ? (baseline.revived.lost[cycle] ?? 0) : 0;
}

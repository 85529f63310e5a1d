import type { StageId } from '@sameteam/model';
import { baseline, mostCycles } from '../odds/baseline.ts';
import { type CycleOdds, cycleOdds } from '../odds/cycle-odds.ts';
import { diligences, type Grade, type Readiness } from '../odds/lead-class.ts';
import type { Channel } from '../world/channels.ts';

/** Chance to reach each stage from the hand-off on, and to win in each cycle, given a first hand-off. */
export interface ReachChances {
  readonly sal: number;
  readonly sql: number;
  readonly opportunity: number;
  /** By cycle; their sum is the chance to win at all. */
  readonly wonIn: readonly number[];
}

/** What the chances after the hand-off depend on, but for the rep. */
export interface ReachClass {
  readonly channel: Channel;
  readonly drift: number;
  readonly grade: Grade;
  readonly readiness: Readiness;
}

type LateStage = Exclude<StageId, 'captured' | 'mql' | 'handed_off' | 'won'>;

/**
 * What a hand-off leads to in the end, over all cycles and reps: an exact sum over the tree that `drawFate` walks.
 * A stage counts as reached when any cycle reaches it.
 */
export function reachChances(of: ReachClass): ReachChances {
  return fromCycle(of, 0);
}

function fromCycle(of: ReachClass, cycle: number): ReachChances {
  const total = { sal: 0, sql: 0, opportunity: 0 };
  const wonIn = new Array<number>(mostCycles).fill(0);
  const next = cycle + 1 < mostCycles ? nextCycle(of, cycle + 1) : null;
  for (const diligence of diligences) {
    const share = baseline.seats[diligence];
    const reach = passes(cycleOdds({ ...of, diligence, cycle }));
    const again = revivals(reach, cycle);
    const everywhere = again.reduce((sum, chance) => sum + chance, 0);
    (['sal', 'sql', 'opportunity'] as const satisfies readonly LateStage[]).forEach((stage, depth) => {
      // Only what is revived before it reached the stage can add to those that ever reach it.
      const before = again.slice(0, depth + 1).reduce((sum, chance) => sum + chance, 0);
      total[stage] += share * (reach[stage] + before * (next?.[stage] ?? 0));
    });
    wonIn[cycle] = (wonIn[cycle] as number) + share * reach.won;
    next?.wonIn.forEach((chance, later) => {
      wonIn[later] = (wonIn[later] as number) + share * everywhere * chance;
    });
  }
  return { ...total, wonIn };
}

function nextCycle(of: ReachClass, cycle: number): ReachChances {
  const hot = fromCycle({ ...of, readiness: 'hot' }, cycle);
  const warm = fromCycle({ ...of, readiness: 'warm' }, cycle);
  const blend = (a: number, b: number) => baseline.revivedHot * a + (1 - baseline.revivedHot) * b;
  return {
    sal: blend(hot.sal, warm.sal),
    sql: blend(hot.sql, warm.sql),
    opportunity: blend(hot.opportunity, warm.opportunity),
    wonIn: hot.wonIn.map((chance, index) => blend(chance, warm.wonIn[index] as number)),
  };
}

/** Chances to get as far as each step of one cycle. */
function passes({ touched, sal, sql, opportunity, won }: CycleOdds) {
  const accepted = touched * sal;
  const qualified = accepted * sql;
  const opened = qualified * opportunity;
  return { touched, sal: accepted, sql: qualified, opportunity: opened, won: opened * won };
}

/** Chance of going round again from each depth: not accepted, not qualified, not opened, lost. */
function revivals(reach: ReturnType<typeof passes>, cycle: number): readonly number[] {
  const { notAccepted, notQualified, notOpened, notWon } = baseline.ends;
  const recycled = baseline.revived.recycled[cycle] ?? 0;
  const lost = baseline.revived.lost[cycle] ?? 0;
  return [
    (reach.touched - reach.sal) * notAccepted.recycled * recycled,
    (reach.sal - reach.sql) * notQualified.recycled * recycled,
    (reach.sql - reach.opportunity) * notOpened.recycled * recycled,
    (reach.opportunity - reach.won) * notWon.lost * notWon.ofThemRecycled * lost,
  ];
}

import type { Random } from '../random/random.ts';
import { dayMs, minuteMs } from '../time/berlin-time.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { CycleFate, Fate } from './fate.ts';

/** The instants of one cycle that do not depend on how the reps work: UTC milliseconds. */
export interface CyclePlan {
  /** From here on the cycle may begin. */
  readonly startMs: number;
  /** By here the lead is qualified and handed off. */
  readonly handOffByMs: number;
  /** By here sales has decided, if it ever does. */
  readonly decidedByMs: number;
  /** The opportunity opens, or would. */
  readonly opportunityMs: number;
  /** What ends the cycle after the decision: won, lost, or sent back. */
  readonly endMs: number;
}

/** Parts of the whole way that the cycles take, by the number of cycles. */
const windows: readonly (readonly (readonly [number, number])[])[] = [
  [[0, 1]],
  [
    [0, 0.34],
    [0.46, 1],
  ],
  [
    [0, 0.2],
    [0.3, 0.5],
    [0.6, 1],
  ],
];

/**
 * Places each cycle on the lead's way. A win comes exactly `fate.days` after the capture, moved into the hours of work;
 * everything else is put before it.
 * @param anchorMs when the lead was captured; two leads of one opportunity share it
 */
export function planCycles(
  fate: Fate,
  { anchorMs, random, working }: { readonly anchorMs: number; readonly random: Random; readonly working: WorkingTime },
): readonly CyclePlan[] {
  const places = windows[fate.cycles.length - 1] ?? [];
  return fate.cycles.map((cycle, index) => {
    const [from, to] = places[index] as readonly [number, number];
    const isLast = index === fate.cycles.length - 1;
    const lengthMs = (to - from) * fate.days * dayMs;
    const startMs = Math.floor((anchorMs + from * fate.days * dayMs) / 1000) * 1000;
    const at = (share: number) => working.nearest(startMs + share * lengthMs);
    // The quickest ways of all, across a long weekend, still need an hour or two for what comes before the win.
    const opportunityMs = Math.max(at(0.38 + 0.24 * random.next() ** 2), working.after(startMs, 60 * minuteMs));
    const decidedMs = Math.max(at(0.35), working.after(startMs, 30 * minuteMs));
    const wonMs = working.nearest(anchorMs + fate.days * dayMs);
    return {
      startMs,
      handOffByMs: Math.floor((startMs + 0.3 * lengthMs) / 1000) * 1000,
      decidedByMs: Math.min(decidedMs, opportunityMs - 10 * minuteMs),
      opportunityMs,
      endMs:
        cycle.end === 'won'
          ? wonMs
          : Math.max(endOf(cycle, { at, isLast, random }), working.after(startMs, 120 * minuteMs)),
    };
  });
}

/** When a cycle ends that is not won: lost deals take about as long as won ones. */
function endOf(
  { reach }: CycleFate,
  { at, isLast, random }: { readonly at: (share: number) => number; readonly isLast: boolean; readonly random: Random },
): number {
  const luck = random.next();
  if (reach === 'opportunity') return at(isLast ? 0.75 + luck : 0.72 + 0.26 * luck);
  return reach === 'sql' ? at(0.66 + 0.2 * luck) : at(0.4 + 0.25 * luck);
}

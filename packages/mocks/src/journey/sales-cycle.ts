import { hourMs, minuteMs } from '../time/berlin-time.ts';
import { clamp } from '../time/clamp.ts';
import { recycleReasons, recycleWeights } from '../world/offer.ts';
import type { RepTeam } from '../world/roster.ts';
import { writeAttempts } from './attempt-events.ts';
import {
  type Recycled,
  type RecycleReason,
  writeDecision,
  writeLateEnd,
  writeRecycled,
  writeRegression,
} from './cycle-end.ts';
import type { CycleOptions } from './cycle-options.ts';
import { writeDeal } from './deal-events.ts';
import { writeHandOff, writeRouting } from './hand-off.ts';
import type { Ownership } from './ownership.ts';
import { writeQualification } from './qualification-events.ts';
import type { Scene } from './scene.ts';

/** How a cycle left the lead. */
export interface CycleClose {
  readonly handedOffMs: number;
  /** `null` when the lead did not go back to marketing. */
  readonly recycled: Recycled | null;
}

/** Writes one cycle, from the qualification to its end. */
export function writeCycle(scene: Scene, ownership: Ownership, options: CycleOptions): CycleClose {
  const { cycle, plan } = options;
  const { log, lead, random } = scene;
  const handedOffMs = writeHandOff(scene, options);
  const team: RepTeam = cycle.readiness === 'hot' ? 'sales' : 'sdr';
  if (cycle.care === 'unowned') return { handedOffMs, recycled: null };
  const assignedMs = writeRouting(scene, ownership, { options, team, handedOffMs });
  if (cycle.care === 'untouched') {
    ownership.abandon();
    return { handedOffMs, recycled: null };
  }
  const reason = recycleReasons[random.weighted(recycleWeights)] as RecycleReason;
  const isAccepted = cycle.reach !== 'handed_off';
  const isUnreachable = !isAccepted && cycle.end === 'recycled' && reason === 'unreachable';
  const connects = !isUnreachable && (isAccepted || random.chance(0.6));
  const diligence = cycle.care === 'rescued' ? 'diligent' : cycle.diligence;
  const attempts = {
    diligence,
    readiness: cycle.readiness,
    fromMs: assignedMs,
    byMs: plan.decidedByMs - minuteMs,
    connects,
  };
  const triedMs = writeAttempts(scene, ownership, attempts);
  const decidesMs = scene.working.after(triedMs, random.between(0.1, 5) * hourMs);
  const decidedMs = clamp(decidesMs, { low: triedMs + 1000, high: plan.decidedByMs });
  if (!isAccepted) {
    const recycled = writeDecision(scene, ownership, { options, decidedMs, handedOffMs, reason });
    return { handedOffMs, recycled };
  }
  const skipsSal = cycle.reach !== 'sal' && random.chance(0.04) && options.oddity === null;
  if (!skipsSal) {
    const at = options.oddity === 'accepted_before_hand_off' ? handedOffMs - 2 * hourMs : decidedMs;
    log.add('lead.accepted', { by: ownership.actor(decidedMs).id }, { at, system: 'crm', subject: lead });
  }
  if (cycle.reach === 'sal') return { handedOffMs, recycled: writeLateEnd(scene, ownership, { options, reason }) };
  const qualifiedMs = writeQualification(scene, ownership, { cycle, plan, decidedMs, team });
  if (cycle.reach === 'sql') {
    writeRegression(scene, ownership, qualifiedMs, plan.endMs);
    return { handedOffMs, recycled: writeLateEnd(scene, ownership, { options, reason }) };
  }
  const lostMs = writeDeal(scene, ownership, {
    cycle,
    plan,
    index: options.index,
    random: options.deal,
    oddity: options.oddity,
  });
  if (cycle.end !== 'lost_and_recycled' || lostMs === null) return { handedOffMs, recycled: null };
  const at = lostMs + Math.floor(random.between(5, 90)) * minuteMs;
  return { handedOffMs, recycled: writeRecycled(scene, ownership, { at, reason: 'lost' }) };
}

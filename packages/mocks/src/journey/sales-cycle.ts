import { hourMs, minuteMs } from '../time/berlin-time.ts';
import {
  disqualifyReasons,
  disqualifyWeights,
  programOf,
  recycleReasons,
  recycleWeights,
  rejectReasons,
  rejectWeights,
  revisitDays,
} from '../world/offer.ts';
import type { RepTeam } from '../world/roster.ts';
import { writeAttempts } from './attempt-events.ts';
import type { CyclePlan } from './cycle-plan.ts';
import { type DealOptions, writeDeal, writeQualification } from './deal-events.ts';
import type { CycleFate } from './fate.ts';
import { qualifyMs, writeQualified } from './marketing-events.ts';
import type { Oddity } from './oddity.ts';
import type { Ownership } from './ownership.ts';
import type { Scene } from './scene.ts';

/** One cycle of a lead. */
export interface CycleOptions {
  readonly cycle: CycleFate;
  readonly plan: CyclePlan;
  /** 0 for the first cycle. */
  readonly index: number;
  readonly oddity: Oddity | null;
  /** For what the leads of one opportunity share. */
  readonly deal: DealOptions['random'];
}

type RecycleReason = (typeof recycleReasons)[number];

/** How a cycle left the lead. */
export interface CycleClose {
  readonly handedOffMs: number;
  /** When and why the lead went back to marketing; `null` when it did not. */
  readonly recycled: { readonly at: number; readonly reason: RecycleReason | 'lost' } | null;
}

/** Writes one cycle, from the qualification to its end. */
export function writeCycle(scene: Scene, ownership: Ownership, options: CycleOptions): CycleClose {
  const { cycle, plan } = options;
  const { log, lead, random } = scene;
  const handedOffMs = handOff(scene, options);
  const team: RepTeam = cycle.readiness === 'hot' ? 'sales' : 'sdr';
  if (cycle.care === 'unowned') return { handedOffMs, recycled: null };
  const assignedMs = assign(scene, ownership, { options, team, handedOffMs });
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
  const decidedMs = clamp(
    scene.working.after(triedMs, random.between(0.1, 5) * hourMs),
    triedMs + 1000,
    plan.decidedByMs,
  );
  if (!isAccepted) {
    const recycled = writeDecision(scene, ownership, { options, decidedMs, handedOffMs, reason });
    return { handedOffMs, recycled };
  }
  const skipsSal = cycle.reach !== 'sal' && random.chance(0.04);
  if (!skipsSal) {
    const at = options.oddity === 'accepted_before_hand_off' ? handedOffMs - 2 * hourMs : decidedMs;
    log.add('lead.accepted', { by: ownership.actor(decidedMs).id }, { at, system: 'crm', subject: lead });
  }
  if (cycle.reach === 'sal') return { handedOffMs, recycled: closeLate(scene, ownership, { options, reason }) };
  const qualifiedMs = writeQualification(scene, ownership, { cycle, plan, decidedMs, team });
  if (cycle.reach === 'sql') {
    regress(scene, ownership, qualifiedMs, plan.endMs);
    return { handedOffMs, recycled: closeLate(scene, ownership, { options, reason }) };
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
  return { handedOffMs, recycled: recycle(scene, ownership, { at, reason: 'lost' }) };
}

/** Marketing qualifies the lead and passes it on. */
function handOff(scene: Scene, { cycle, plan, index }: CycleOptions): number {
  const { log, lead, random, fate } = scene;
  const startMs = Math.max(plan.startMs, index === 0 ? Math.min(scene.knownMs, plan.handOffByMs) : 0);
  const at = qualifyMs(scene, { readiness: cycle.readiness, startMs, byMs: plan.handOffByMs });
  // SDRs hand many leads that they found themselves straight to sales.
  const skipsMql = index === 0 && fate.channel.motion === 'outbound' && random.chance(0.6);
  if (!skipsMql) writeQualified(scene, { at, readiness: cycle.readiness });
  const waitMs = cycle.readiness === 'hot' ? random.between(0, 600) * 1000 : random.logNormal(2, 1) * hourMs;
  const handedOffMs = Math.max(at, Math.floor(Math.min(at + waitMs, plan.handOffByMs) / 1000) * 1000);
  const to = cycle.readiness === 'hot' ? 'sales' : 'sdr';
  const followUp = cycle.readiness === 'hot' ? { followUp: { what: 'Call today' } } : {};
  const by = skipsMql ? {} : { by: 'marketing' };
  const data = { ...by, ...followUp, from: 'marketing', to };
  log.add('lead.handed_off', data, { at: handedOffMs, system: 'automation', subject: lead });
  return handedOffMs;
}

/** Routing: at once for most, by hand for some; taken away again where the first owner lets the lead lie. */
function assign(
  scene: Scene,
  ownership: Ownership,
  {
    options,
    team,
    handedOffMs,
  }: { readonly options: CycleOptions; readonly team: RepTeam; readonly handedOffMs: number },
): number {
  const { random, working } = scene;
  const { cycle, plan } = options;
  const luck = random.next();
  const byHand = luck >= 0.7;
  const hours = luck < 0.95 ? random.between(0.2, 5) : random.between(9, 26);
  const routedMs = byHand
    ? working.after(handedOffMs, hours * hourMs)
    : handedOffMs + 15_000 + random.below(150) * 1000;
  const third = Math.floor((plan.decidedByMs - handedOffMs) / 3000) * 1000;
  const at = clamp(routedMs, handedOffMs + 1000, handedOffMs + Math.max(third, 1000));
  ownership.assign({ team, diligence: cycle.diligence, at, cause: byHand ? 'manual' : 'rule' });
  if (cycle.care !== 'rescued') return at;
  const clause = cycle.readiness === 'hot' ? 'sla.hot_first_attempt' : 'sla.warm_first_attempt';
  const takenMs = working.after(
    at,
    (cycle.readiness === 'hot' ? random.between(3, 6) : random.between(17, 30)) * hourMs,
  );
  const again = clamp(takenMs, at + 1000, at + Math.max(third, 1000));
  ownership.assign({ team, diligence: 'diligent', at: again, cause: 'sla_broken', clause });
  return again;
}

/** Sales decides against the lead, or never decides. */
function writeDecision(
  scene: Scene,
  ownership: Ownership,
  {
    options,
    decidedMs,
    handedOffMs,
    reason,
  }: {
    readonly options: CycleOptions;
    readonly decidedMs: number;
    readonly handedOffMs: number;
    readonly reason: RecycleReason;
  },
): CycleClose['recycled'] {
  const { log, lead, random } = scene;
  const { end } = options.cycle;
  if (end === 'open') {
    ownership.abandon();
    return null;
  }
  const by = ownership.actor(decidedMs).id;
  if (options.oddity === 'acceptance_corrected') {
    const mistakenMs = Math.max(decidedMs - 20 * minuteMs, handedOffMs + 2000);
    const correctedMs = Math.max(decidedMs - 10 * minuteMs, mistakenMs + 1000);
    log.add('lead.accepted', { by }, { at: mistakenMs, system: 'crm', subject: lead });
    log.add(
      'lead.stage_reset',
      { by, kind: 'correction', to: 'handed_off' },
      { at: correctedMs, system: 'crm', subject: lead },
    );
  }
  const at = Math.max(decidedMs, handedOffMs + 5000);
  if (end === 'recycled') return recycle(scene, ownership, { at, reason });
  if (end === 'rejected') {
    const why = rejectReasons[random.weighted(rejectWeights)] as string;
    log.add('lead.rejected', { by, reason: why }, { at, system: 'crm', subject: lead });
  } else {
    const why = disqualifyReasons[random.weighted(disqualifyWeights)] as string;
    log.add('lead.disqualified', { by, reason: why }, { at, system: 'crm', subject: lead });
  }
  return null;
}

/** A lead that sales accepted goes no further: sent back, given up, or left lying. */
function closeLate(
  scene: Scene,
  ownership: Ownership,
  { options, reason }: { readonly options: CycleOptions; readonly reason: RecycleReason },
): CycleClose['recycled'] {
  const { end } = options.cycle;
  const at = options.plan.endMs;
  if (end === 'recycled') return recycle(scene, ownership, { at, reason });
  if (end === 'disqualified') {
    const data = { by: ownership.actor(at).id, reason: 'wrong_profile' };
    scene.log.add('lead.disqualified', data, { at, system: 'crm', subject: scene.lead });
  } else {
    ownership.abandon();
  }
  return null;
}

/** A few qualified leads turn out to be less far than they were. */
function regress(scene: Scene, ownership: Ownership, qualifiedMs: number, endMs: number): void {
  const { log, lead, random } = scene;
  if (!random.chance(0.05)) return;
  const at = qualifiedMs + Math.floor((endMs - qualifiedMs) / 2000) * 1000;
  const data = { by: ownership.actor(at).id, kind: 'regression' as const, to: 'sal' as const };
  log.add('lead.stage_reset', data, { at, system: 'crm', subject: lead });
}

function recycle(
  scene: Scene,
  ownership: Ownership,
  { at, reason }: { readonly at: number; readonly reason: RecycleReason | 'lost' },
): { readonly at: number; readonly reason: RecycleReason | 'lost' } {
  const { log, lead } = scene;
  const data = {
    by: ownership.actor(at).id,
    program: programOf[reason],
    reason: reason === 'lost' ? 'with_competitor' : reason,
    revisitAt: new Date(at + revisitDays[reason] * 24 * hourMs).toISOString(),
  };
  log.add('lead.recycled', data, { at, system: 'crm', subject: lead });
  return { at, reason };
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(Math.min(value, high), low);
}

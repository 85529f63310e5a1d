import { hourMs, minuteMs } from '../time/berlin-time.ts';
import {
  disqualifyReasons,
  disqualifyWeights,
  programOf,
  rejectReasons,
  rejectWeights,
  revisitDays,
} from '../world/offer.ts';
import type { CycleOptions } from './cycle-options.ts';
import type { Ownership } from './ownership.ts';
import type { Scene } from './scene.ts';

/** Why a lead goes back to marketing. */
export type RecycleReason = keyof typeof programOf;

/** When and why a lead went back to marketing. */
export interface Recycled {
  readonly at: number;
  readonly reason: RecycleReason;
}

/** Sales decides against the lead, or never decides. */
export function writeDecision(
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
): Recycled | null {
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
  if (end === 'recycled') return writeRecycled(scene, ownership, { at, reason });
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
export function writeLateEnd(
  scene: Scene,
  ownership: Ownership,
  { options, reason }: { readonly options: CycleOptions; readonly reason: RecycleReason },
): Recycled | null {
  const { end } = options.cycle;
  const at = options.plan.endMs;
  if (end === 'recycled') return writeRecycled(scene, ownership, { at, reason });
  if (end === 'disqualified') {
    const data = { by: ownership.actor(at).id, reason: 'wrong_profile' };
    scene.log.add('lead.disqualified', data, { at, system: 'crm', subject: scene.lead });
  } else {
    ownership.abandon();
  }
  return null;
}

/** A few qualified leads turn out to be less far than they were. */
export function writeRegression(scene: Scene, ownership: Ownership, qualifiedMs: number, endMs: number): void {
  const { log, lead, random } = scene;
  if (!random.chance(0.05)) return;
  const at = qualifiedMs + Math.floor((endMs - qualifiedMs) / 2000) * 1000;
  const data = { by: ownership.actor(at).id, kind: 'regression' as const, to: 'sal' as const };
  log.add('lead.stage_reset', data, { at, system: 'crm', subject: lead });
}

/** The lead goes back to marketing. */
export function writeRecycled(
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

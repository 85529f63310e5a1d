import { hourMs } from '../time/berlin-time.ts';
import { clamp } from '../time/clamp.ts';
import type { RepTeam } from '../world/roster.ts';
import type { CycleOptions } from './cycle-options.ts';
import { qualifyMs, writeQualified } from './marketing-events.ts';
import type { Ownership } from './ownership.ts';
import type { Scene } from './scene.ts';

/** Marketing qualifies the lead and passes it on. @returns the instant of the hand-off */
export function writeHandOff(scene: Scene, { cycle, plan, index }: CycleOptions): number {
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

/**
 * Routing: at once for most, by hand for some; taken away again where the first owner lets the lead lie.
 * @returns since when its worker has it
 */
export function writeRouting(
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
  const at = clamp(routedMs, { low: handedOffMs + 1000, high: handedOffMs + Math.max(third, 1000) });
  ownership.assign({ team, diligence: cycle.diligence, at, cause: byHand ? 'manual' : 'rule' });
  if (cycle.care !== 'rescued') return at;
  const clause = cycle.readiness === 'hot' ? 'sla.hot_first_attempt' : 'sla.warm_first_attempt';
  const takenMs = working.after(
    at,
    (cycle.readiness === 'hot' ? random.between(3, 6) : random.between(17, 30)) * hourMs,
  );
  const again = clamp(takenMs, { low: at + 1000, high: at + Math.max(third, 1000) });
  ownership.assign({ team, diligence: 'diligent', at: again, cause: 'sla_broken', clause });
  return again;
}

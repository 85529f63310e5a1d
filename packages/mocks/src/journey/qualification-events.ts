import { hourMs, minuteMs } from '../time/berlin-time.ts';
import { clamp } from '../time/clamp.ts';
import { onTheWay } from '../time/on-the-way.ts';
import type { RepTeam } from '../world/roster.ts';
import { writeAttempt } from './attempt-events.ts';
import type { CyclePlan } from './cycle-plan.ts';
import type { CycleFate } from './fate.ts';
import type { Ownership } from './ownership.ts';
import type { Scene } from './scene.ts';

/** Meeting, answers, SQL, and the hand-off from an SDR to an account executive. @returns the instant of the SQL */
export function writeQualification(
  scene: Scene,
  ownership: Ownership,
  {
    cycle,
    plan,
    decidedMs,
    team,
  }: { readonly cycle: CycleFate; readonly plan: CyclePlan; readonly decidedMs: number; readonly team: RepTeam },
): number {
  const { log, lead, random, working } = scene;
  const opens = cycle.reach === 'opportunity' || cycle.reach === 'won';
  const untilMs = (opens ? plan.opportunityMs : Math.min(plan.opportunityMs, plan.endMs)) - 5 * minuteMs;
  const meetsMs = writeMeeting(scene, ownership, { fromMs: decidedMs, untilMs });
  const holder = ownership.actor(meetsMs).id;
  const answer = random.pick(['under_3_months', 'within_a_year', 'one_to_three_years']);
  const answered = { answer, by: holder, question: 'timeline' };
  log.add('lead.answered', answered, { at: meetsMs + 1000, system: 'crm', subject: lead });
  const decidesMs = working.after(meetsMs, random.between(0.1, 6) * hourMs);
  const byMs = Math.min(working.nearest(onTheWay(meetsMs, { toMs: untilMs, share: 0.6 })), untilMs - minuteMs);
  const qualifiedMs = clamp(decidesMs, { low: meetsMs + 2000, high: byMs });
  const skipsSql = opens && random.chance(team === 'sales' ? 0.3 : 0.08);
  if (!skipsSql) log.add('lead.sales_qualified', { by: holder }, { at: qualifiedMs, system: 'crm', subject: lead });
  if (team === 'sdr' && opens) {
    const at = qualifiedMs + 1000;
    log.add('lead.handed_off', { by: holder, from: 'sdr', to: 'sales' }, { at, system: 'crm', subject: lead });
    const takenMs = at + 30_000;
    ownership.assign({ team: 'sales', diligence: cycle.diligence, at: takenMs, cause: 'rule' });
    const callsMs = working.after(takenMs, random.between(0.2, 8) * hourMs);
    const calledMs = clamp(callsMs, { low: takenMs + 1000, high: plan.opportunityMs - 1000 });
    const by = ownership.actor(calledMs).id;
    writeAttempt(scene, { at: calledMs, by, channel: 'call', automated: false, connected: true });
  }
  return qualifiedMs;
}

/** A first meeting, planned, sometimes missed or moved, held. @returns when it was held */
function writeMeeting(
  { log, lead, random, working }: Scene,
  ownership: Ownership,
  { fromMs, untilMs }: { readonly fromMs: number; readonly untilMs: number },
): number {
  const kind = 'discovery';
  const target = { system: 'crm', subject: lead } as const;
  const wantedMs = working.nearest(onTheWay(fromMs, { toMs: untilMs, share: 0.25 + 0.55 * random.next() }));
  const meetsMs = clamp(wantedMs, { low: fromMs + 3000, high: onTheWay(fromMs, { toMs: untilMs, share: 0.9 }) });
  const plannedMs = clamp(working.after(fromMs, random.between(0, 1) * hourMs), {
    low: fromMs + 1000,
    high: onTheWay(fromMs, { toMs: meetsMs, share: 0.3 }),
  });
  // What went wrong, and when it was known: of a miss the time that was set first.
  const trouble = random.chance(0.12) ? (random.chance(0.5) ? ('no_show' as const) : ('rescheduled' as const)) : null;
  const troubleMs = clamp(working.nearest(onTheWay(plannedMs, { toMs: meetsMs, share: 0.6 })), {
    low: plannedMs + 1000,
    high: meetsMs - 2000,
  });
  const tell = (status: 'scheduled' | 'no_show' | 'rescheduled', at: number, startsMs: number | null) =>
    log.add(
      'meeting.changed',
      {
        by: ownership.actor(at).id,
        kind,
        ...(startsMs === null ? {} : { startsAt: new Date(startsMs).toISOString() }),
        status,
      },
      { at, ...target },
    );
  tell('scheduled', plannedMs, trouble === null ? meetsMs : troubleMs);
  if (trouble === 'no_show') tell('no_show', troubleMs, null);
  // Who missed a meeting is asked for another time.
  if (trouble !== null) {
    const at =
      trouble === 'rescheduled'
        ? troubleMs - 500
        : clamp(troubleMs + hourMs, { low: troubleMs + 500, high: meetsMs - 500 });
    tell('rescheduled', at, meetsMs);
  }
  const held = { by: ownership.actor(meetsMs).id, kind, status: 'completed' as const };
  log.add('meeting.changed', held, { at: meetsMs, ...target });
  return meetsMs;
}

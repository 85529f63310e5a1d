import type { Random } from '../random/random.ts';
import { berlinDay, dayMs, hourMs, minuteMs } from '../time/berlin-time.ts';
import { dayText } from '../time/instant-text.ts';
import { competitors, dealMinor, dealStages, lossReasons, lossWeights } from '../world/offer.ts';
import type { RepTeam } from '../world/roster.ts';
import { writeAfterSale } from './after-sale.ts';
import { writeAttempt } from './attempt-events.ts';
import type { CyclePlan } from './cycle-plan.ts';
import type { CycleFate } from './fate.ts';
import type { Oddity } from './oddity.ts';
import type { Ownership } from './ownership.ts';
import type { Scene } from './scene.ts';

/** The opportunity of one cycle. */
export interface DealOptions {
  readonly cycle: CycleFate;
  readonly plan: CyclePlan;
  /** 0 for the first cycle. */
  readonly index: number;
  /** Its own stream. */
  readonly random: Random;
  readonly oddity: Oddity | null;
}

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
  const meetsMs = between(decidedMs, untilMs, 0.55 * random.next() + 0.25);
  const plannedMs = between(decidedMs, meetsMs, 0.2);
  const by = ownership.actor(plannedMs).id;
  const write = new Date(meetsMs).toISOString();
  log.add(
    'meeting.changed',
    { by, kind: 'discovery', startsAt: write, status: 'scheduled' },
    { at: plannedMs, system: 'crm', subject: lead },
  );
  if (random.chance(0.12)) {
    const status = random.chance(0.5) ? ('no_show' as const) : ('rescheduled' as const);
    const at = between(plannedMs, meetsMs, 0.6);
    log.add(
      'meeting.changed',
      { by: ownership.actor(at).id, kind: 'discovery', status },
      { at, system: 'crm', subject: lead },
    );
  }
  const holder = ownership.actor(meetsMs).id;
  log.add(
    'meeting.changed',
    { by: holder, kind: 'discovery', status: 'completed' },
    { at: meetsMs, system: 'crm', subject: lead },
  );
  const answer = random.pick(['under_3_months', 'within_a_year', 'one_to_three_years']);
  log.add(
    'lead.answered',
    { answer, by: holder, question: 'timeline' },
    { at: meetsMs + 1000, system: 'crm', subject: lead },
  );
  const qualifiedMs = clampTo(
    working.after(meetsMs, random.between(0.1, 6) * hourMs),
    meetsMs + 2000,
    between(meetsMs, untilMs, 0.5),
  );
  const skipsSql = opens && random.chance(team === 'sales' ? 0.3 : 0.08);
  if (!skipsSql) log.add('lead.sales_qualified', { by: holder }, { at: qualifiedMs, system: 'crm', subject: lead });
  if (team === 'sdr' && opens) {
    const at = qualifiedMs + 1000;
    log.add('lead.handed_off', { by: holder, from: 'sdr', to: 'sales' }, { at, system: 'crm', subject: lead });
    const takenMs = at + 30_000;
    ownership.assign({ team: 'sales', diligence: cycle.diligence, at: takenMs, cause: 'rule' });
    const calledMs = clampTo(
      working.after(takenMs, random.between(0.2, 8) * hourMs),
      takenMs + 1000,
      plan.opportunityMs - 1000,
    );
    writeAttempt(scene, {
      at: calledMs,
      by: ownership.actor(calledMs).id,
      channel: 'call',
      automated: false,
      connected: true,
    });
  }
  return qualifiedMs;
}

/**
 * The opportunity from its opening to its end. The leads of one opportunity share its instants, and one of them tells it.
 * @returns when it was lost; `null` when it was won, or stays open
 */
export function writeDeal(scene: Scene, ownership: Ownership, options: DealOptions): number | null {
  const { cycle, plan, index, random } = options;
  const { log, lead, company, contact, working } = scene;
  const subject = `opportunity/${scene.allLeads[0]?.slice(5)}-${index + 1}` as const;
  const { opportunityMs: openedMs, endMs } = plan;
  const owner = ownership.actor(openedMs).id;
  const converted = {
    by: owner,
    company: `company/${company.number}`,
    contact: `contact/${contact.id}`,
    opportunity: subject,
  } as const;
  log.add('lead.converted', converted, { at: openedMs, system: 'crm', subject: lead });
  const closes = cycle.end !== 'open';
  const closedMs = closes ? endMs : endMs + 90 * dayMs;
  const price = Math.round(random.logNormal(dealMinor[scene.fate.fit.size], 0.55) / 10_000) * 10_000;
  const amount = { amountMinor: price, currency: 'EUR' } as const;
  if (!scene.tellsDeal) return closes && cycle.end !== 'won' ? endMs : null;
  const guess = dayText(berlinDay(openedMs + Math.floor((closedMs - openedMs) * random.between(0.6, 1.2))));
  const opened = {
    amount,
    closeDate: guess,
    company: `company/${company.number}`,
    kind: 'new',
    leads: [...scene.allLeads],
    owner,
    pipeline: 'new',
    stage: dealStages[0],
  } as const;
  log.add('opportunity.opened', { ...opened, leads: [...opened.leads] }, { at: openedMs, system: 'crm', subject });
  const due = new Date(working.after(openedMs, 24 * hourMs)).toISOString();
  if (random.chance(0.4)) {
    log.add(
      'task.changed',
      { due, owner, status: 'open', what: 'Send the summary of the meeting' },
      { at: openedMs + 1000, system: 'crm', subject },
    );
  }
  const reached = cycle.reach === 'won' ? dealStages.length : 1 + random.below(dealStages.length);
  let last = openedMs;
  for (let stage = 1; stage < reached; stage++) {
    const at = Math.max(
      working.nearest(between(openedMs, closedMs, (stage - 0.3 + 0.5 * random.next()) / dealStages.length)),
      last + 1000,
    );
    if (at >= closedMs) break;
    const moved = {
      by: ownership.actor(at).id,
      previousStage: dealStages[stage - 1] as string,
      stage: dealStages[stage] as string,
    };
    log.add('opportunity.moved', moved, { at, system: 'crm', subject });
    last = at;
  }
  const finalMinor = random.chance(0.45) ? Math.round((price * random.between(0.75, 1.1)) / 10_000) * 10_000 : price;
  if (finalMinor !== price) {
    const changed = {
      amount: { amountMinor: finalMinor, currency: 'EUR' },
      by: ownership.actor(last).id,
      closeDate: dayText(berlinDay(closedMs)),
    };
    log.add('opportunity.changed', changed, { at: between(last, closedMs, 0.5), system: 'crm', subject });
  }
  if (!closes) return null;
  const closer = ownership.actor(closedMs).id;
  const closeDate = dayText(berlinDay(closedMs));
  const finalAmount = { amountMinor: finalMinor, currency: 'EUR' };
  if (cycle.end === 'won') {
    writeWin(scene, { options, subject, closer, closeDate, finalAmount });
    return null;
  }
  const reason = lossReasons[random.weighted(lossWeights)] as (typeof lossReasons)[number];
  const rival = reason === 'with_competitor' || reason === 'price' ? { competitor: random.pick(competitors) } : {};
  log.add('opportunity.lost', { by: closer, closeDate, ...rival, reason }, { at: closedMs, system: 'crm', subject });
  return closedMs;
}

function writeWin(
  scene: Scene,
  {
    options,
    subject,
    closer,
    closeDate,
    finalAmount,
  }: {
    readonly options: DealOptions;
    readonly subject: `opportunity/${string}`;
    readonly closer: string;
    readonly closeDate: string;
    readonly finalAmount: { readonly amountMinor: number; readonly currency: string };
  },
): void {
  const { log, product, capturedMs } = scene;
  const { random, plan, oddity } = options;
  const wonMs = plan.endMs;
  const lines = [{ amount: finalAmount, product, quantity: 1, recurring: true, termMonths: 12 }];
  log.add('opportunity.lines_set', { by: closer, lines }, { at: wonMs - minuteMs, system: 'crm', subject });
  const isMisdated = oddity === 'won_before_capture';
  const at = isMisdated ? capturedMs - (1 + random.below(25)) * dayMs : wonMs;
  // A date typed in wrongly is still typed in on the day of the win.
  const late = isMisdated ? { lateMs: wonMs - at } : {};
  const won = {
    amount: finalAmount,
    by: closer,
    closeDate,
    ...(random.chance(0.3) ? { competitor: random.pick(competitors) } : {}),
  };
  log.add('opportunity.won', won, { at, system: 'crm', subject, ...late });
  writeAfterSale(scene, { wonMs, amountMinor: finalAmount.amountMinor, opportunity: subject, random });
}

/** The whole second that lies the given share of the way from one instant to a later one. */
function between(fromMs: number, toMs: number, share: number): number {
  return fromMs + Math.floor((Math.max(toMs - fromMs, 0) * share) / 1000) * 1000;
}

function clampTo(value: number, low: number, high: number): number {
  return Math.max(Math.min(value, high), low);
}

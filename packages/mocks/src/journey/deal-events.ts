import type { Random } from '../random/random.ts';
import { berlinDay, dayMs, hourMs, minuteMs } from '../time/berlin-time.ts';
import { dayText } from '../time/instant-text.ts';
import { onTheWay } from '../time/on-the-way.ts';
import { competitors, dealMinor, dealStages, lossReasons, lossWeights } from '../world/offer.ts';
import { writeAfterSale } from './after-sale.ts';
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

/** What the events of a deal have in common. */
interface Deal extends DealOptions {
  readonly subject: `opportunity/${string}`;
  readonly ownership: Ownership;
  readonly openedMs: number;
  /** When it closes, or would. */
  readonly closedMs: number;
  readonly priceMinor: number;
}

const currency = 'EUR';

/**
 * The opportunity from its opening to its end. The leads of one opportunity share its instants, and one of them tells it.
 * @returns when it was lost; `null` when it was won, or stays open
 */
export function writeDeal(scene: Scene, ownership: Ownership, options: DealOptions): number | null {
  const { cycle, plan, index, random } = options;
  const { log, lead, company, contact, fate } = scene;
  const subject = `opportunity/${scene.allLeads[0]?.slice(5)}-${index + 1}` as const;
  const converted = {
    by: ownership.actor(plan.opportunityMs).id,
    company: `company/${company.number}`,
    contact: `contact/${contact.id}`,
    opportunity: subject,
  } as const;
  log.add('lead.converted', converted, { at: plan.opportunityMs, system: 'crm', subject: lead });
  const isLost = cycle.end === 'lost' || cycle.end === 'lost_and_recycled';
  if (scene.tellsDeal) {
    const closedMs = cycle.end === 'open' ? plan.endMs + 90 * dayMs : plan.endMs;
    const priceMinor = wholeHundreds(random.logNormal(dealMinor[fate.fit.size], 0.55));
    const deal: Deal = { ...options, subject, ownership, openedMs: plan.opportunityMs, closedMs, priceMinor };
    writeOpening(scene, deal);
    const finalMinor = writeProgress(scene, deal);
    if (isLost) writeLoss(scene, deal);
    if (cycle.end === 'won') writeWin(scene, deal, finalMinor);
  }
  return isLost ? plan.endMs : null;
}

function writeOpening({ log, allLeads, company, working }: Scene, deal: Deal): void {
  const { random, subject, ownership, openedMs, closedMs, priceMinor } = deal;
  const owner = ownership.actor(openedMs).id;
  const guess = openedMs + (closedMs - openedMs) * random.between(0.6, 1.2);
  const opened = {
    amount: { amountMinor: priceMinor, currency },
    closeDate: dayText(berlinDay(guess)),
    company: `company/${company.number}` as const,
    kind: 'new' as const,
    leads: [...allLeads],
    owner,
    pipeline: 'new',
    stage: dealStages[0],
  };
  log.add('opportunity.opened', opened, { at: openedMs, system: 'crm', subject });
  if (!random.chance(0.4)) return;
  const due = new Date(working.after(openedMs, 24 * hourMs)).toISOString();
  const task = { due, owner, status: 'open' as const, what: 'Send the summary of the meeting' };
  log.add('task.changed', task, { at: openedMs + 1000, system: 'crm', subject });
}

/** The stages that the deal passes, and the price that is agreed on the way. @returns the last price, in minor units */
function writeProgress({ log, working }: Scene, deal: Deal): number {
  const { cycle, random, subject, ownership, openedMs, closedMs, priceMinor } = deal;
  const reached = cycle.reach === 'won' ? dealStages.length : 1 + random.below(dealStages.length);
  let last = openedMs;
  for (let stage = 1; stage < reached; stage++) {
    const share = (stage - 0.3 + 0.5 * random.next()) / dealStages.length;
    const at = Math.max(working.nearest(onTheWay(openedMs, { toMs: closedMs, share })), last + 1000);
    if (at >= closedMs) break;
    const moved = {
      by: ownership.actor(at).id,
      previousStage: dealStages[stage - 1] as string,
      stage: dealStages[stage] as string,
    };
    log.add('opportunity.moved', moved, { at, system: 'crm', subject });
    last = at;
  }
  if (!random.chance(0.45)) return priceMinor;
  const finalMinor = wholeHundreds(priceMinor * random.between(0.75, 1.1));
  const at = Math.max(working.nearest(onTheWay(last, { toMs: closedMs, share: 0.5 })), last + 1000);
  if (finalMinor === priceMinor || at >= closedMs) return priceMinor;
  const changed = {
    amount: { amountMinor: finalMinor, currency },
    by: ownership.actor(at).id,
    closeDate: dayText(berlinDay(closedMs)),
  };
  log.add('opportunity.changed', changed, { at, system: 'crm', subject });
  return finalMinor;
}

function writeLoss({ log }: Scene, { random, subject, ownership, closedMs }: Deal): void {
  const by = ownership.actor(closedMs).id;
  const closeDate = dayText(berlinDay(closedMs));
  const reason = lossReasons[random.weighted(lossWeights)] as (typeof lossReasons)[number];
  const rival = reason === 'with_competitor' || reason === 'price' ? { competitor: random.pick(competitors) } : {};
  log.add('opportunity.lost', { by, closeDate, ...rival, reason }, { at: closedMs, system: 'crm', subject });
}

function writeWin(scene: Scene, deal: Deal, finalMinor: number): void {
  const { random, subject, ownership, closedMs: wonMs, oddity } = deal;
  const { log, product, capturedMs } = scene;
  const by = ownership.actor(wonMs).id;
  const amount = { amountMinor: finalMinor, currency };
  const lines = [{ amount, product, quantity: 1, recurring: true, termMonths: 12 }];
  log.add('opportunity.lines_set', { by, lines }, { at: wonMs - minuteMs, system: 'crm', subject });
  const isMisdated = oddity === 'won_before_capture';
  const at = isMisdated ? capturedMs - (1 + random.below(25)) * dayMs : wonMs;
  // A date typed in wrongly is still typed in on the day of the win.
  const late = isMisdated ? { lateMs: wonMs - at } : {};
  const rival = random.chance(0.3) ? { competitor: random.pick(competitors) } : {};
  const won = { amount, by, closeDate: dayText(berlinDay(wonMs)), ...rival };
  log.add('opportunity.won', won, { at, system: 'crm', subject, ...late });
  writeAfterSale(scene, { wonMs, amountMinor: finalMinor, opportunity: subject, random });
}

/** Prices are agreed in whole hundreds of euros. */
function wholeHundreds(minor: number): number {
  return Math.round(minor / 10_000) * 10_000;
}

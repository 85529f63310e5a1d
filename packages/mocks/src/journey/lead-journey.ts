import { Random } from '../random/random.ts';
import { dayMs, minuteMs } from '../time/berlin-time.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { campaignsOf } from '../world/campaigns.ts';
import { monthNumber } from '../world/month-of-arrivals.ts';
import { products, productWeights, programOf } from '../world/offer.ts';
import { drawCompany, drawContact } from '../world/prospects.ts';
import type { Roster } from '../world/roster.ts';
import { type Arrival, streams } from './arrival.ts';
import { writeCapture } from './capture-events.ts';
import type { Recycled } from './cycle-end.ts';
import { planCycles } from './cycle-plan.ts';
import { EventLog, type RecordedEvent } from './event-log.ts';
import { writeEngagement, writeKept, writeNurture } from './marketing-events.ts';
import { Ownership } from './ownership.ts';
import { writeCycle } from './sales-cycle.ts';
import type { Scene } from './scene.ts';

/** The surroundings of all leads of a company. */
export interface JourneyOptions {
  readonly seed: number;
  readonly working: WorkingTime;
  readonly roster: Roster;
  /** Companies that there are of each kind of fit. */
  readonly companiesPerClass: number;
  /** What is recorded later is left out. */
  readonly untilMs: number;
  readonly write: (timeMs: number) => string;
}

/**
 * The events of one arrival, from the capture to as far as they are recorded by `untilMs`.
 * @returns in the order of recording, one list for each lead
 */
export function writeArrival(arrival: Arrival, options: JourneyOptions): readonly (readonly RecordedEvent[])[] {
  const { slot, isPair } = arrival;
  const leads = (isPair ? [slot + 1, slot + 2] : [slot + 1]).map((number) => `lead/${number}` as const);
  const who = new Random(options.seed, slot, streams.who);
  const company = drawCompany(arrival.fate.fit, {
    seed: options.seed,
    random: who,
    perClass: options.companiesPerClass,
  });
  const product = products[who.weighted(productWeights)] as string;
  const campaign = drawCampaign(arrival, who);
  return leads.map((lead, second) => {
    const { seed, untilMs, write } = options;
    const capturedMs = second === 0 ? arrival.capturedMs : arrival.secondMs;
    const knownMs = Math.max(capturedMs, arrival.knownMs);
    const log = new EventLog({
      key: lead.slice(5),
      fromMs: knownMs,
      untilMs,
      random: new Random(seed, slot, second === 0 ? streams.delays : streams.secondDelays),
      write,
    });
    const scene: Scene = {
      lead,
      allLeads: leads,
      tellsDeal: second === 0,
      fate: arrival.fate,
      contact: drawContact(company, arrival.fate.fit.role, { seed, random: who }),
      company,
      campaign: campaign?.name ?? null,
      product,
      capturedMs,
      knownMs,
      random: new Random(seed, slot, second === 0 ? streams.details : streams.secondDetails),
      working: options.working,
      roster: options.roster,
      log,
    };
    writeLead(scene, { arrival, landingPage: campaign?.landingPage ?? null, seed });
    return log.recorded();
  });
}

function writeLead(
  scene: Scene,
  {
    arrival,
    landingPage,
    seed,
  }: { readonly arrival: Arrival; readonly landingPage: string | null; readonly seed: number },
): void {
  const { fate, slot } = arrival;
  writeCapture(scene, landingPage);
  if (fate.cycles.length === 0) {
    writeEngagement(scene, scene.capturedMs + 20 * dayMs);
    writeKept(scene);
    return;
  }
  // Both leads of an opportunity draw these from the same stream, and so share its instants.
  const random = new Random(seed, slot, streams.way);
  const plans = planCycles(fate, { anchorMs: arrival.capturedMs, random, working: scene.working });
  const deal = new Random(seed, slot, streams.deal);
  const ownership = new Ownership(scene);
  let before: Recycled | null = null;
  fate.cycles.forEach((cycle, index) => {
    const plan = plans[index] as (typeof plans)[number];
    const isOdd = arrival.oddity === 'won_before_capture' ? cycle.reach === 'won' : index === 0;
    const close = writeCycle(scene, ownership, { cycle, plan, index, oddity: isOdd ? arrival.oddity : null, deal });
    if (index === 0) writeEngagement(scene, close.handedOffMs);
    if (before !== null) {
      writeNurture(scene, {
        program: programOf[before.reason],
        fromMs: before.at + minuteMs,
        untilMs: close.handedOffMs,
      });
    }
    before = close.recycled;
  });
  closeNurture(scene, before);
}

function closeNurture(scene: Scene, recycled: Recycled | null): void {
  if (recycled === null) return;
  writeNurture(scene, { program: programOf[recycled.reason], fromMs: recycled.at + minuteMs, untilMs: null });
}

/** The campaign that brought the lead, out of those that its channel runs in the quarter. */
function drawCampaign({ fate, capturedMs }: Arrival, random: Random) {
  const { id } = fate.channel;
  if (id === null) return null;
  const campaigns = campaignsOf(id, Math.floor(monthNumber(capturedMs) / 3));
  return campaigns[campaigns.length === 0 ? 0 : random.weighted(campaigns.map(({ weight }) => weight))] ?? null;
}

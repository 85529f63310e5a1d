import type { LeadEvent } from '@sameteam/model';
import { type Arrival, drawArrivals } from './journey/arrival.ts';
import { type JourneyOptions, writeArrival } from './journey/lead-journey.ts';
import { readOptions, type Simulation, type SimulationOptions } from './simulation-options.ts';
import { type CompanyEventsOptions, campaignEvents, rosterEvents } from './stream/company-events.ts';
import { RecordingOrder } from './stream/recording-order.ts';
import { berlinDay, dayMs } from './time/berlin-time.ts';
import { instantWriter } from './time/instant-text.ts';
import { WorkingTime } from './time/working-time.ts';
import type { CompanyTruth } from './truth/company-truth.ts';
import { companyTruth } from './truth/company-truth.ts';
import { type LeadOutcome, leadOutcome } from './truth/lead-outcome.ts';
import { monthNumber, monthOfArrivals } from './world/month-of-arrivals.ts';
import { Roster } from './world/roster.ts';
import { leadsBefore } from './world/volume.ts';

/** A company that sells planning software to other companies, and does not exist. */
export interface SimulatedCompany {
  readonly name: string;
  /** First instant of the history, UTC milliseconds. */
  readonly startMs: number;
  /** The instant at which the history is cut; what was recorded at or before it is in `events`. */
  readonly endMs: number;
  /**
   * The log, in the order of recording. It is made while it is read, takes little memory, and can be read again.
   * Times are whole seconds, keys are in the order of RFC 8785, so that `JSON.stringify` gives the canonical form.
   */
  readonly events: Iterable<LeadEvent>;
  /** The chances that the company was drawn with: computed, not estimated. */
  readonly truth: CompanyTruth;
  /**
   * What really becomes of each lead captured up to `endMs`, also after the cut: what a later `end` would show.
   * Made while it is read.
   */
  readonly outcomes: Iterable<LeadOutcome>;
}

/** Working days are laid out this long beyond the cut, for what becomes of leads after it. */
const horizonMs = 20 * 365 * dayMs;

/**
 * A believable company of any size: seeded, deterministic, with known true rates.
 * @throws MocksError `not-a-seed`, `not-a-count`, `bad-start`, `bad-end`
 * @example
 * const company = simulateCompany({ seed: 1, leads: 3000 });
 * new Set(Array.from(company.events, ({ type }) => type)).has('opportunity.won') // true
 * company.truth.total.reached.won // 0.05…
 */
export function simulateCompany(options: SimulationOptions): SimulatedCompany {
  const simulation = readOptions(options);
  let truth: CompanyTruth | undefined;
  return {
    name: 'Halden Systems',
    startMs: simulation.startMs,
    endMs: simulation.endMs,
    events: { [Symbol.iterator]: () => streamEvents(simulation) },
    get truth() {
      truth ??= companyTruth(simulation);
      return truth;
    },
    outcomes: { [Symbol.iterator]: () => streamOutcomes(simulation) },
  };
}

function* streamEvents(simulation: Simulation): Generator<LeadEvent, void, undefined> {
  const { seed, leads, months, startMs, endMs } = simulation;
  const write = instantWriter();
  const roster = new Roster({ seed, leadsPerMonth: leads / months, startDay: berlinDay(startMs) });
  const journey: JourneyOptions = {
    seed,
    working: workingTime(simulation),
    roster,
    companiesPerClass: Math.max(20, Math.round(leads / 40)),
    untilMs: endMs,
    write,
  };
  const before = volume(simulation);
  const company: CompanyEventsOptions = { ...simulation, untilMs: endMs, write, roster, leadsBefore: before };
  const order = new RecordingOrder();
  order.add(rosterEvents(company));
  for (let index = 0; index <= lastMonth(simulation); index++) {
    order.add(campaignEvents(index, company));
    for (const arrival of arrivalsOf(index, simulation, journey.working)) {
      // Nothing of this arrival, nor of a later one, is recorded before it is captured.
      if (order.hasBefore(arrival.capturedMs)) yield* order.takeBefore(arrival.capturedMs);
      for (const events of writeArrival(arrival, journey)) order.add(events);
    }
  }
  yield* order.takeBefore(Infinity);
}

function* streamOutcomes(simulation: Simulation): Generator<LeadOutcome, void, undefined> {
  const working = workingTime(simulation);
  for (let index = 0; index <= lastMonth(simulation); index++) {
    for (const arrival of arrivalsOf(index, simulation, working)) {
      for (const outcome of leadOutcome(arrival, { working, firstMonth: simulation.firstMonth })) {
        if (outcome.capturedMs <= simulation.endMs) yield outcome;
      }
    }
  }
}

function arrivalsOf(index: number, simulation: Simulation, working: WorkingTime): readonly Arrival[] {
  const { seed, drift, firstMonth } = simulation;
  const before = volume(simulation);
  const month = monthOfArrivals(index, { firstMonth, drift, working });
  return drawArrivals(month, { seed, drift, fromSlot: before(index), toSlot: before(index + 1) });
}

function workingTime({ startMs, endMs }: Simulation): WorkingTime {
  return new WorkingTime({ fromMs: startMs - 40 * dayMs, toMs: endMs + horizonMs });
}

function volume({ leads, months, firstMonth }: Simulation): (month: number) => number {
  return leadsBefore({ leads, months, firstMonth: firstMonth % 12 });
}

/** The month in which the history is cut, in months since the start. */
function lastMonth({ endMs, firstMonth }: Simulation): number {
  return monthNumber(endMs) - firstMonth;
}

import type { WaitingCount } from '../../src/projection/conversion-curve.ts';
import { drawNormal, seededRandom } from './random.ts';

/** A company whose leads convert, or never do. */
export interface CohortCompany {
  /** Share that ever converts. */
  readonly rate: number;
  /** Of the lognormal time until a conversion. */
  readonly medianDays: number;
  readonly sigma: number;
  /** The rate of leads captured in the last 90 days before as-of, as a factor; 1 unless told. */
  readonly drift?: number;
}

/** One lead, in days since the start. */
interface SimulatedLead {
  readonly capturedDay: number;
  /** Days until the conversion; Infinity for never. */
  readonly waits: number;
}

/** A cohort as it looks at as-of, and what comes of it. */
export interface SimulatedCohort {
  readonly rows: readonly WaitingCount[];
  readonly leads: number;
  /** Converted by as-of. */
  readonly converted: number;
  /** Converted when each lead has had the window. */
  readonly realised: number;
}

/** Days of history, leads in them, when it is looked at, and the window. */
export const cohortCalendar = { days: 540, leads: 3000, asOfDay: 360, windowDays: 90, cohortDays: 30 } as const;

/** All leads captured up to as-of as rows, and the youngest cohorts from the last days backwards. */
export function simulatedCohorts(seed: number, company: CohortCompany) {
  const { asOfDay, windowDays, cohortDays } = cohortCalendar;
  const leads = simulatedLeads(seed, company);
  const cohorts: SimulatedCohort[] = [];
  for (let youngest = 0; youngest < windowDays; youngest += cohortDays) {
    const members = leads.filter(
      ({ capturedDay }) => capturedDay > asOfDay - youngest - cohortDays && capturedDay <= asOfDay - youngest,
    );
    cohorts.push({
      rows: members.map(waitingCount),
      leads: members.length,
      converted: members.filter(hasConverted).length,
      realised: members.filter(({ waits }) => waits <= windowDays).length,
    });
  }
  return { reference: leads.map(waitingCount), cohorts };
}

function simulatedLeads(seed: number, { rate, medianDays, sigma, drift = 1 }: CohortCompany): readonly SimulatedLead[] {
  const { days, leads, asOfDay, windowDays } = cohortCalendar;
  const random = seededRandom(seed);
  return Array.from({ length: leads }, () => {
    const capturedDay = random() * days;
    const converts = random() < rate * (capturedDay > asOfDay - windowDays ? drift : 1);
    return { capturedDay, waits: converts ? medianDays * Math.exp(sigma * drawNormal(random)) : Infinity };
  }).filter(({ capturedDay }) => capturedDay <= asOfDay);
}

function hasConverted({ capturedDay, waits }: SimulatedLead): boolean {
  return capturedDay + waits <= cohortCalendar.asOfDay;
}

function waitingCount(lead: SimulatedLead): WaitingCount {
  return hasConverted(lead)
    ? { converted: true, days: Math.ceil(lead.waits), rows: 1 }
    : { converted: false, days: Math.floor(cohortCalendar.asOfDay - lead.capturedDay), rows: 1 };
}

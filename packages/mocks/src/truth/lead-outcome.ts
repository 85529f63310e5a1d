import { type StageId, stages } from '@sameteam/model';
import { type Arrival, streams } from '../journey/arrival.ts';
import { planCycles } from '../journey/cycle-plan.ts';
import type { Oddity } from '../journey/oddity.ts';
import { Random } from '../random/random.ts';
import type { WorkingTime } from '../time/working-time.ts';
import { monthText } from '../world/month-of-arrivals.ts';

/** What really becomes of one lead. */
export interface LeadOutcome {
  readonly lead: `lead/${string}`;
  /** Channel of the source; `null` where nobody wrote it down. */
  readonly channel: string | null;
  /** Month of the capture in Europe/Berlin, such as `2024-10`. */
  readonly month: string;
  /** UTC milliseconds. */
  readonly capturedMs: number;
  /** The furthest stage that the lead ever reaches, skipped ones counted as passed. */
  readonly reaches: StageId;
  /** When it is really won, UTC milliseconds; `null` for never. */
  readonly wonMs: number | null;
  /** Times that marketing hands it off. */
  readonly cycles: number;
  /** What is wrong with its records. */
  readonly oddity: Oddity | null;
}

/** The outcomes of the leads of an arrival. */
export function leadOutcome(
  arrival: Arrival,
  { working, firstMonth }: { readonly working: WorkingTime; readonly firstMonth: number },
): readonly LeadOutcome[] {
  const { fate, slot, isPair, capturedMs, secondMs, oddity, month } = arrival;
  const furthest = fate.cycles.reduce((best, { reach }) => Math.max(best, stages.indexOf(reach)), -1);
  const reaches = (fate.cycles.length > 0 ? stages[furthest] : fate.isMql ? 'mql' : 'captured') as StageId;
  const random = new Random(0, streams.way);
  const wonMs =
    reaches === 'won' ? (planCycles(fate, { anchorMs: capturedMs, random, working }).at(-1)?.endMs ?? null) : null;
  const common = {
    channel: fate.channel.id,
    month: monthText(firstMonth + month),
    reaches,
    wonMs,
    cycles: fate.cycles.length,
    oddity,
  };
  const first: LeadOutcome = { lead: `lead/${slot + 1}`, capturedMs, ...common };
  return isPair ? [first, { ...first, lead: `lead/${slot + 2}`, capturedMs: secondMs }] : [first];
}

import type { Random } from '../random/random.ts';
import type { WorkingTime } from '../time/working-time.ts';
import type { ProspectCompany, ProspectContact } from '../world/prospects.ts';
import type { Roster } from '../world/roster.ts';
import type { EventLog } from './event-log.ts';
import type { Fate } from './fate.ts';

/** Everything around one lead while its events are written. */
export interface Scene {
  readonly lead: `lead/${string}`;
  /** Leads of the same opportunity, this one among them. */
  readonly allLeads: readonly `lead/${string}`[];
  /** Whether this lead tells the story of the opportunity; another one of it does not tell it again. */
  readonly tellsDeal: boolean;
  readonly fate: Fate;
  readonly contact: ProspectContact;
  readonly company: ProspectCompany;
  readonly campaign: string | null;
  readonly product: string;
  readonly capturedMs: number;
  /** When somebody could first know of the lead. */
  readonly knownMs: number;
  /** For the details of the lead; what decides its fate is drawn elsewhere. */
  readonly random: Random;
  readonly working: WorkingTime;
  readonly roster: Roster;
  readonly log: EventLog;
}

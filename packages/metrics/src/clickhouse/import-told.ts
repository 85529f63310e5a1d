import { leadEventRanks, opportunityEventRanks } from '../facts/lead-fold.ts';

/** What the events of an import were about, while that is not too much to be remembered. */
export interface ImportTold {
  /** Subjects of events, and those that they name; `null` where they were too many. */
  readonly subjects: ReadonlySet<string> | null;
  /** Subjects of events of leads, and of opportunities. */
  readonly leads: ReadonlySet<string>;
  readonly opportunities: ReadonlySet<string>;
  readonly ranks: ReadonlySet<number>;
  readonly events: number;
  /** Times of the first and the last event; `null` for no events. */
  readonly span: { readonly fromMs: number; readonly toMs: number } | null;
}

/** Subjects that are remembered: of more, all facts are made anew anyway. */
const mostSubjects = 20_000;

const leadEvents: ReadonlySet<number> = new Set(leadEventRanks);
const opportunityEvents: ReadonlySet<number> = new Set(opportunityEventRanks);

/** Notes what an import tells. */
export class ImportNotes implements ImportTold {
  subjects: Set<string> | null = new Set();
  readonly leads = new Set<string>();
  readonly opportunities = new Set<string>();
  readonly ranks = new Set<number>();
  events = 0;
  private fromMs = Number.POSITIVE_INFINITY;
  private toMs = Number.NEGATIVE_INFINITY;

  get span(): ImportTold['span'] {
    return this.events === 0 ? null : { fromMs: this.fromMs, toMs: this.toMs };
  }

  /** Notes the type and time of an event. */
  event(rank: number, timeMs: number): void {
    this.events += 1;
    this.ranks.add(rank);
    if (timeMs < this.fromMs) this.fromMs = timeMs;
    if (timeMs > this.toMs) this.toMs = timeMs;
  }

  /** Notes what an event is about. */
  subject(rank: number, subject: string): void {
    if (this.subjects === null) return;
    if (leadEvents.has(rank)) this.leads.add(subject);
    else if (opportunityEvents.has(rank)) this.opportunities.add(subject);
    this.other(subject);
  }

  /** Notes what an event names. */
  other(subject: string): void {
    this.subjects?.add(subject);
    if (this.subjects !== null && this.subjects.size > mostSubjects) {
      this.subjects = null;
      this.leads.clear();
      this.opportunities.clear();
    }
  }
}

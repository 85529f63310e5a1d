/** Where a lead came from, as its first capture says; `null` where it does not say. */
export interface LeadSource {
  readonly channel: string | null;
  readonly medium: string | null;
  readonly campaign: string | null;
  readonly landingPage: string | null;
  readonly motion: string | null;
}

/** A lead as the way down from a number shows it. It holds no personal data by shape. Instants are ISO 8601. */
export interface LeadRow {
  readonly lead: string;
  readonly source: LeadSource;
  readonly segment: string | null;
  readonly owner: string | null;
  readonly readiness: string | null;
  /** The instant of each stage; `null` where it was not reached. */
  readonly stages: Readonly<Record<string, string | null>>;
  /** Stages that were skipped and are implied by a later one. */
  readonly implied: readonly string[];
  /** A later stage lies before an earlier one: kept, and left out of durations. */
  readonly impossibleOrder: boolean;
  /** Behind a number of SLA entries: those of the lead, by when they were due; absent behind any other number. */
  readonly entries?: readonly LeadEntry[];
}

/** The newest entry of a clause of the SLA for one lead. */
export interface LeadEntry {
  /** Address of the clause. */
  readonly clause: string;
  readonly dueAt: string;
  /** When what was owed was done, in time or too late; `null` where it was not. */
  readonly satisfiedAt: string | null;
  /** How many entries of the clause are behind the number. */
  readonly entries: number;
}

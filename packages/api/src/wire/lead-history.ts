/** One event of a lead as kept, with the attribute names of CloudEvents. Personal fields are not part of it. */
export interface HistoryEvent {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  /** When it happened, ISO 8601. */
  readonly time: string;
  /** When it was recorded, ISO 8601. */
  readonly recordedtime: string;
  /** The import that brought it. */
  readonly import: string;
  /** Taken back later: it counts nowhere, and stays visible here. */
  readonly retracted: boolean;
  readonly data: unknown;
}

/** Everything that happened to one lead, first to last. */
export interface LeadHistory {
  readonly lead: string;
  readonly events: readonly HistoryEvent[];
}

import type { FactRowOf } from '../schema/fact-schema.ts';

/** What folds read of the data of an event: the same names and forms as in the event, without what no fold reads. */
export type Payload = Readonly<Record<string, unknown>>;

/** An event as folds see it. */
export interface StoryEvent {
  /** Rank of its type. */
  readonly rank: number;
  readonly timeMs: number;
  /** Typed id of what it is about, of the record that it is counted as. */
  readonly subject: string;
  readonly payload: Payload;
}

/**
 * Everything that the facts of one lead are made of, in the total order of events: those of the lead itself, of its
 * contact and its company, of the opportunities that it is linked with, and of campaigns that name it as a member.
 */
export interface LeadStory {
  readonly lead: string;
  readonly events: readonly StoryEvent[];
}

/** An opportunity with the leads that it is linked with. */
export interface OpportunityStory {
  readonly opportunity: string;
  /** Of the opportunity itself, and of meetings and tasks about it. */
  readonly events: readonly StoryEvent[];
  /** The one that was captured first comes first, by subject where two were captured at once. */
  readonly leads: readonly FoldedLead[];
}

/** A company with its leads and opportunities. */
export interface CompanyStory {
  readonly company: string;
  readonly events: readonly StoryEvent[];
  readonly leads: readonly FoldedLead[];
  readonly opportunities: readonly FoldedOpportunity[];
}

/** What the story of a lead comes to. */
export interface FoldedLead {
  readonly lead: FactRowOf<'leads'>;
  readonly cycles: readonly FactRowOf<'cycles'>[];
  /** SLA entries of leads and cycles. */
  readonly entries: readonly FactRowOf<'entries'>[];
  readonly touches: readonly FactRowOf<'touches'>[];
  readonly meetings: readonly FactRowOf<'meetings'>[];
  /** What reps and the lead said to each other, in order: its attempts and replies, which clauses of its deals may ask for. */
  readonly talks: readonly StoryEvent[];
}

/** What the story of an opportunity comes to. */
export interface FoldedOpportunity {
  readonly opportunity: FactRowOf<'opportunities'>;
  readonly spans: readonly FactRowOf<'spans'>[];
  /** SLA entries of opportunities. */
  readonly entries: readonly FactRowOf<'entries'>[];
}

/** What the story of a company comes to. */
export interface FoldedCompany {
  readonly company: FactRowOf<'companies'>;
  readonly changes: readonly FactRowOf<'changes'>[];
}

/** Events that concern everybody: rosters, and which channel a campaign is of. In the total order of events. */
export interface CommonStory {
  readonly events: readonly StoryEvent[];
}

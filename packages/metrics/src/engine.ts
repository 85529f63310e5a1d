import type { Agreement } from '@sameteam/agreement';
import type { DimensionId } from '@sameteam/model';
import type { EventBatch } from './batch/event-batch.ts';
import type { MetricDefinition } from './metrics/define-metric.ts';
import type { Cell, Plan } from './plan/plan.ts';
import type { FactReducer } from './plan/reduction.ts';
import type { ReportRow } from './report-row.ts';

/**
 * What became of one row of a file or one item of a request. `erased`: it is about somebody whose personal data was
 * removed; what it said must not be kept, in quarantine neither.
 */
export type Verdict = 'accepted' | 'duplicate' | 'conflict' | 'erased';

/** A row that was not taken, kept with the reason. */
export interface QuarantinedRow {
  readonly file: string;
  /** 1-based line of the file on which the row starts. */
  readonly line: number;
  readonly column: string | null;
  readonly code: string;
  readonly message: string;
  /** The row as read, cut at 10,000 characters; empty where it must not be kept, see `Verdict`. */
  readonly raw: string;
}

/** What a `rows: records` file said of one record when it was last imported. */
export interface RecordState {
  readonly key: string;
  /** Opaque to the store: the connector's description of the events of the record, without personal fields. */
  readonly state: string;
}

/**
 * One import: everything that is given to it is committed at once or not at all.
 * Groups of a batch are rows: a row is accepted when any of its events is new, a duplicate when none is,
 * and refused whole when any of its events conflicts with a stored one, or is about somebody who was erased.
 *
 * A subject is erased by a `record.erased` that counts: of a committed import unless it was taken back or retracted, or of
 * an earlier row of this import. From then on nothing new is taken of it, nothing that came before either, and no event
 * that names it in `data.contact.ref`; but for another `record.erased`, and an `event.retracted`, which may take the
 * erasure back and does so from its own commit on. Only the very subject is erased, not others that are one with it.
 */
export interface ImportSession {
  /** Id of the import, for `--undo`. */
  readonly id: string;
  /** A secret that stays with the store, in hex: keys what is remembered of personal values in a record's state. */
  readonly recordSecret: string;
  /**
   * Appends events; answers one verdict per group, indexed by group - batch.firstGroup. An empty group is a duplicate:
   * it brings nothing new.
   */
  append(batch: EventBatch): Promise<readonly Verdict[]>;
  /** Which of the subjects are erased: of a row about one of them nothing but the reason is for the quarantine. */
  erased(subjects: readonly string[]): Promise<ReadonlySet<string>>;
  quarantine(rows: readonly QuarantinedRow[]): Promise<void>;
  /** The last committed state of each of the keys that has one. `file` is the name of the file in the map. */
  recordStates(map: string, file: string, keys: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Keeps new states; every key of the file must be `seen` or saved for `vanished` to be right. */
  saveRecords(map: string, file: string, records: readonly RecordState[]): Promise<void>;
  markSeen(map: string, file: string, keys: readonly string[]): Promise<void>;
  /** Which of the keys this import has seen already. */
  seenRecords(map: string, file: string, keys: readonly string[]): Promise<ReadonlySet<string>>;
  /** Keys that an earlier import of this file knew and this one has not seen. */
  vanished(
    map: string,
    file: string,
    limit: number,
  ): Promise<{ readonly count: number; readonly keys: readonly string[] }>;
  /** Commits the events, refreshes the facts of the touched subjects, and registers the import. */
  commit(summary: ImportSummary): Promise<ImportOutcome>;
  rollback(): Promise<void>;
}

/** What the import registry keeps. */
export interface ImportSummary {
  readonly files: readonly string[];
  readonly read: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
}

export interface ImportOutcome {
  /** Events and leads that the store holds now. */
  readonly events: number;
  readonly leads: number;
  /** Touched leads with a later stage before an earlier one: kept, left out of durations. */
  readonly impossibleOrder: number;
  /** Opportunities that name a lead which has no event. */
  readonly unknownLeads: number;
}

/** A lead as the way down shows it. Instants are ISO 8601. */
export interface LeadRow {
  readonly lead: string;
  readonly source: Readonly<Record<'channel' | 'medium' | 'campaign' | 'landingPage' | 'motion', string | null>>;
  readonly segment: string | null;
  readonly owner: string | null;
  readonly readiness: string | null;
  /** The instant of each stage; `null` where it was not reached. */
  readonly stages: Readonly<Record<string, string | null>>;
  /** Stages that were skipped and are implied by a later one. */
  readonly implied: readonly string[];
  readonly impossibleOrder: boolean;
  /** Behind a number of SLA entries: those of the lead, by when they were due; absent behind any other number. */
  readonly entries?: readonly LeadEntry[];
}

/** The newest entry of a clause of the SLA for one lead. Instants are ISO 8601. */
export interface LeadEntry {
  /** Address of the clause. */
  readonly clause: string;
  readonly dueAt: string;
  /** When what was owed was done, in time or too late, such as the first attempt; `null` where it was not. */
  readonly satisfiedAt: string | null;
  /** How many entries of the clause are behind the number. */
  readonly entries: number;
}

export interface LeadPage {
  readonly leads: readonly LeadRow[];
  readonly total: number;
  /** Pass as `after` for the next page; `null` at the end. */
  readonly next: string | null;
}

/** An opportunity as its facts say it. Instants are ISO 8601. */
export interface OpportunityRow {
  readonly opportunity: string;
  /** The lead that it is counted with; `null` where it names none that is known. */
  readonly lead: string | null;
  readonly openedAt: string | null;
  readonly wonAt: string | null;
  /** Minor units of `currency`; `null` where nobody said it. */
  readonly amountMinor: number | null;
  readonly currency: string | null;
  readonly owner: string | null;
}

export interface OpportunityPage {
  readonly opportunities: readonly OpportunityRow[];
  readonly total: number;
  readonly next: string | null;
}

/** What an engine can do. */
export interface EngineCapabilities {
  /** Whether what it holds is still there after `close`. */
  readonly isPersistent: boolean;
  /** Whether it answers from what is committed while an import is open, or once the import has ended. */
  readonly answersDuringImport: boolean;
}

/** An event as kept: personal fields are not part of it. */
export interface StoredEvent {
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly timeMs: number;
  readonly recordedMs: number;
  readonly data: unknown;
  /** The import that brought it. */
  readonly import: string;
  readonly retracted: boolean;
}

export interface EngineStatus {
  readonly engine: 'memory' | 'duckdb' | 'clickhouse';
  readonly events: number;
  readonly leads: number;
  readonly quarantined: number;
  /** `null` for an empty log. UTC milliseconds. */
  readonly firstEventMs: number | null;
  readonly lastEventMs: number | null;
}

export interface RegisteredImport extends ImportSummary {
  readonly id: string;
  readonly recordedMs: number;
  readonly undoneMs: number | null;
}

/**
 * The one interface of memory, DuckDB and ClickHouse. Same input, same output.
 *
 * While an import is open the memory engine answers from what is committed; DuckDB has one connection and answers once
 * the import has ended, so that an import must not wait for a report of its own engine.
 */
export interface Engine {
  /** The agreement by which it derives facts and judges numbers. */
  readonly agreement: Agreement;
  /** Every metric that it can compute: those that come with Sameteam, and own ones. */
  readonly metrics: readonly MetricDefinition[];
  readonly capabilities: EngineCapabilities;
  status(): Promise<EngineStatus>;
  beginImport(options: { readonly recordedMs: number; readonly id?: string }): Promise<ImportSession>;
  imports(): Promise<readonly RegisteredImport[]>;
  /** Takes a whole import back: its events stay in the log, marked retracted. */
  undoImport(id: string, options: { readonly recordedMs: number }): Promise<ImportOutcome>;
  quarantined(page: {
    readonly after?: number;
    readonly limit: number;
    readonly import?: string;
  }): Promise<readonly (QuarantinedRow & { readonly import: string })[]>;
  run(plan: Plan): Promise<readonly ReportRow[]>;
  /**
   * Lets a piece of work ask the facts directly, as `runAttribution` and `runCurve` do: nothing else is done by the engine
   * until it has ended, so that all its answers are of the same facts. It must not ask the engine itself meanwhile.
   * `agreementOf` says whose windows, clauses and rates hold for a plan.
   */
  withReducer<T>(work: (reducer: FactReducer, agreementOf: (plan: Plan) => Agreement) => Promise<T>): Promise<T>;
  leads(plan: Plan, cell: Cell, page: { readonly after?: string; readonly limit: number }): Promise<LeadPage>;
  /** The facts of all leads by their capture, then subject, as they are known now; exclusions among them. */
  leadFacts(page: { readonly after?: string; readonly limit: number }): Promise<LeadPage>;
  /** The facts of all opportunities by their subject, as they are known now. */
  opportunityFacts(page: { readonly after?: string; readonly limit: number }): Promise<OpportunityPage>;
  events(subject: string): Promise<readonly StoredEvent[]>;
  /**
   * Subjects of the opportunities that events link to a lead, in the order of their UTF-8 bytes: those that name it, and
   * those that it was converted to. What was taken back links nothing.
   */
  opportunitiesOf(lead: string): Promise<readonly string[]>;
  /** Distinct values of a dimension with their leads, most first; `null` is the missing value. */
  values(
    dimension: DimensionId,
    limit: number,
  ): Promise<readonly { readonly value: string | null; readonly leads: number }[]>;
  /** Throws the facts away and derives them from the log again. */
  rebuild(): Promise<void>;
  close(): Promise<void>;
}

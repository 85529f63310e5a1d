import type { Agreement, ConditionContext, WorkingCalendar } from '@sameteam/agreement';
import type { TimedClause } from './timed-clause.ts';

/**
 * What facts are judged by, compiled once for a whole build: the versions of the agreement by instant, each with its
 * segments, and what concerns everybody. Made by `compileRules`.
 */
export interface FactRules {
  /** The plan's as-of; infinity for all that is known. */
  readonly asOfMs: number;
  /** Zone in which days of rosters are read: that of the agreement which judges as-of. */
  readonly timeZone: string;
  /** The version that judges an instant; infinity asks for the one that judges as-of. O(versions). */
  versionAt(atMs: number): JudgingVersion;
  /** Team of a rep at an instant by the rosters; `null` where no roster says so. */
  teamOf(rep: string, atMs: number): string | null;
  /** Name of the calendar of a rep at an instant by the rosters; `null` where no roster says so. */
  repCalendarOf(rep: string, atMs: number): string | null;
  /** Channel that was last said of a campaign, by its id without `campaign/`; `null` where none was. */
  channelOf(campaign: string): string | null;
  /** What a campaign is grouped by, however it was named: its name by its plan, else as it was named. */
  campaignOf(named: string): string;
  /** The record that a subject is counted as. Payloads name records as they were named in the event. */
  rootOf(subject: string): string;
}

/** The version of the agreement that judges an instant. */
export interface JudgingVersion {
  /** Its number, as text. */
  readonly version: string;
  /** Whether it bound then; what is judged by one that did not goes into trends only (rule 21). */
  readonly binding: boolean;
  readonly rules: VersionRules;
}

/** What one version says of all leads. */
export interface VersionRules {
  readonly agreement: Agreement;
  /** Whether it has any; what is known need not be told apart otherwise. */
  readonly hasSegments: boolean;
  readonly hasExclusions: boolean;
  /** Id of the first segment that holds; `null` for none. */
  segmentOf(context: ConditionContext): string | null;
  /** Id of the first exclusion that holds; `null` for a lead that counts. */
  exclusionOf(context: ConditionContext): string | null;
  /** What holds for the leads of a segment, compiled when first asked for. */
  forSegment(segment: string | null): SegmentRules;
}

/** Who owns a record at an instant: decides whose working time counts. */
export interface Owning {
  readonly owner: string | null;
  readonly team: string | null;
}

/** What one version says of the leads of one segment. */
export interface SegmentRules {
  /** With the override of the segment applied. */
  readonly agreement: Agreement;
  /** Timed clauses of the SLA by the grain of their entries, in the order of the document. */
  readonly clauses: Readonly<Record<TimedClause['grain'], readonly TimedClause[]>>;
  /** Entries of the declared lists that are known, for `ConditionContext.lists`. */
  readonly lists: Readonly<Record<string, ReadonlySet<string>>>;
  /** Id of the first hand-off between two teams whose condition holds; `null` for none. */
  handOffOf(from: string, to: string, context: ConditionContext): string | null;
  /** Points of engagement in whole points. */
  engagementPointsOf(known: Pick<ConditionContext, 'engagements' | 'answers' | 'nowMs'>): number;
  gradeOf(context: ConditionContext): string | null;
  readinessOf(context: ConditionContext): string | null;
  /** Working time of a team: its calendar, else `default`. */
  teamCalendar(team: string | null): WorkingCalendar;
  /** Working time by which a clause counts: the owner's, that of the team that owes it, or a named one. */
  calendarOf(clause: TimedClause, owning: Owning, atMs: number): WorkingCalendar;
  /** Elapsed milliseconds until a lead that was recycled for a reason is looked at again; `null` where nothing is said. */
  revisitAfterMs(reason: string): number | null;
}

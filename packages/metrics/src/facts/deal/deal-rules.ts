import type { FactRules, SegmentRules } from '../rules/fact-rules.ts';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { FoldedLead, OpportunityStory } from '../story/story.ts';
import type { DealHistory } from './deal-history.ts';
import type { MarketingPart } from './marketing-part.ts';
import type { SourceValues } from './row-parts.ts';

/** An opportunity on its way to rows. */
export interface Deal {
  readonly story: OpportunityStory;
  readonly history: DealHistory;
  /** The lead that it is counted with; `null` for none. */
  readonly lead: FoldedLead | null;
  /** When it was opened; one that was never said to be, when it was won. */
  readonly openedMs: number | null;
  readonly closedMs: number | null;
  readonly marketing: MarketingPart;
  /** Whether one of its leads had been qualified by the time at which it was opened. */
  readonly isQualified: boolean;
  /** Columns that all its rows have. */
  readonly common: SourceValues & Pick<FactRowOf<'spans'>, 'opportunity' | 'lead' | 'company' | 'excluded' | 'segment'>;
}

/**
 * What holds for an opportunity by the version that judges an instant: that of the segment of its lead, where the version
 * has the segment.
 */
export function dealRules(
  rules: FactRules,
  { atMs, segment }: { readonly atMs: number; readonly segment: string | null },
): SegmentRules {
  const { rules: version } = rules.versionAt(atMs);
  const isKnown = segment !== null && version.agreement.segments.some(({ id }) => id === segment);
  return version.forSegment(isKnown ? segment : null);
}

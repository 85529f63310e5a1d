import type { SourceQuality } from '@sameteam/api';
import { requiredFields } from './required-fields.ts';
import { createSourceTally, type SourceTally, type TalliedItem } from './source-tally.ts';

/** What the quality of arriving events is judged by. */
export interface QualityTallyOptions {
  /** Fields that the agreement requires of a lead: `agreement.terms.lead.requires`. */
  readonly required: readonly string[];
  /**
   * UTC milliseconds: events that happened before are history that was sent on purpose, and count in no age. All count
   * unless told.
   */
  readonly freshSince?: number | undefined;
}

/** Counts the quality of what arrives, by source. */
export interface QualityTally {
  add(item: TalliedItem): void;
  /** What was added so far, most items first. */
  report(): { readonly sources: readonly SourceQuality[] };
}

/** Sources that are told apart. */
const mostSources = 1000;

/**
 * Counts the quality of what arrives, by source: how complete leads are, how many mail addresses and phone numbers nobody
 * can be reached by, what is sent again, how old events are, and why items are refused.
 *
 * Contacts and completeness leave duplicates out, which would count one lead twice. A phone number without a country is
 * read by the country of its contact; one that names no country at all is invalid, as nobody outside could dial it. Memory
 * is constant for a source, and 1,000 sources are told apart: what comes from a further one is counted under `others`.
 * @example
 * const tally = createQualityTally({ required: ['source.channel'] });
 * tally.add({ source: '/form', event: null, issues: [{ code: 'not-an-event' }], verdict: 'quarantined', receivedMs: 0 });
 * tally.report().sources[0]?.codes // [{ code: 'not-an-event', count: 1 }]
 */
export function createQualityTally({
  required,
  freshSince = Number.NEGATIVE_INFINITY,
}: QualityTallyOptions): QualityTally {
  const fields = requiredFields(required);
  const newTally = () => createSourceTally({ fields, freshSinceMs: freshSince });
  const named = new Map<string, SourceTally>();
  const unnamed = newTally();
  const others = newTally();

  function tallyOf(source: string | null): SourceTally {
    if (source === null) return unnamed;
    const known = named.get(source);
    if (known !== undefined) return known;
    if (named.size >= mostSources) return others;
    const tally = newTally();
    named.set(source, tally);
    return tally;
  }

  return {
    add: (item) => tallyOf(item.source).add(item),
    report() {
      const all = [
        ...Array.from(named, ([source, tally]) => tally.report(source, 'source')),
        unnamed.report(null, 'unnamed'),
        others.report(null, 'others'),
      ];
      return { sources: all.filter(({ received }) => received > 0).sort((a, b) => b.received - a.received) };
    },
  };
}

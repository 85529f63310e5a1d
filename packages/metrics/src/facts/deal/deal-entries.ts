import { eventRank } from '@sameteam/model';
import type { FactRules } from '../rules/fact-rules.ts';
import { type SlaEntry, type SlaStretch, slaEntries } from '../rules/sla-entries.ts';
import { slaRole } from '../rules/timed-clause.ts';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { StoryEvent } from '../story/story.ts';
import { dealContext } from './deal-context.ts';
import { type DealEvents, dealEvents } from './deal-events.ts';
import { type Deal, dealRules } from './deal-rules.ts';
import type { DealState } from './deal-state.ts';
import { entryRow } from './entry-row.ts';
import { withExplanations } from './with-explanations.ts';

type EntryRow = FactRowOf<'entries'>;

/**
 * What was owed for an opportunity by the clauses of its grain. Clocks are armed once, and again whenever it is reopened; the
 * version that judges its opening, or reopening, judges all entries from there on. What is still owed when it is closed is
 * not judged, unless the end itself keeps the promise. O(events × clauses).
 */
export function dealEntries(deal: Deal, rules: FactRules): readonly EntryRow[] {
  const { openedMs, history, common, story } = deal;
  const firstMs = openedMs ?? story.events[0]?.timeMs;
  if (firstMs === undefined) return [];
  const reopenings = [...history.turns].flatMap(([{ timeMs }, turn]) => (turn === 'reopened' ? [timeMs] : []));
  const isOwing = [firstMs, ...reopenings].some(
    (atMs) => dealRules(rules, { atMs, segment: common.segment }).clauses.opportunity.length > 0,
  );
  if (!isOwing) return [];
  const known = dealEvents(deal);
  const rows = known.begins.flatMap((from, index) => {
    const to = known.begins[index + 1] ?? known.events.length;
    const atMs = index === 0 ? firstMs : (known.events[from] as StoryEvent).timeMs;
    return stretchRows(deal, { known, from, to, atMs }, rules);
  });
  return withExplanations(rows, story.events);
}

/** The events from an opening or reopening to the next one. */
interface DealStretch {
  readonly known: DealEvents;
  readonly from: number;
  readonly to: number;
  /** The instant whose version judges it. */
  readonly atMs: number;
}

function stretchRows(deal: Deal, of: DealStretch, rules: FactRules): readonly EntryRow[] {
  const { known, from, to, atMs } = of;
  const { events, states } = known;
  const judging = rules.versionAt(atMs);
  const judged = dealRules(rules, { atMs, segment: deal.common.segment });
  const endOf = (index: number) => {
    const turn = deal.history.turns.get(events[index] as StoryEvent);
    return turn === 'won' || turn === 'lost' ? turn : null;
  };
  let closing = from;
  while (closing < to && endOf(closing) === null) closing++;
  const next = events[to];
  const stretch: SlaStretch = {
    events,
    from,
    to,
    followedBy: next === undefined ? null : { atMs: next.timeMs, ended: 'reopened' },
    counts: () => true,
    endOf,
    applies: ({ applies }, index) => {
      const moment = { state: states[index] as DealState, atMs: atOf(index), isOpen: index < closing };
      return applies === null || applies(dealContext(deal.lead, moment, judged));
    },
    calendarOf: (clause, index) => {
      const { owner } = states[index] as DealState;
      const team = owner === null ? null : rules.teamOf(owner, atOf(index));
      return judged.calendarOf(clause, { owner, team }, atOf(index));
    },
  };

  function atOf(index: number): number {
    return (events[index] as StoryEvent).timeMs;
  }

  return judged.clauses.opportunity.flatMap((clause) =>
    slaEntries(clause, stretch)
      // Nothing is owed for what is closed, unless the clause begins with that: what closed it asks for no further step.
      .filter(({ startIndex }) => startIndex < closing || isOfTheEnd(clause))
      .map((entry) => entryRow(deal, { entry, judging, owner: (states[entry.startIndex] as DealState).owner }, rules)),
  );
}

const ends = [eventRank('opportunity.won'), eventRank('opportunity.lost')];

/** Whether a clause begins with the end of an opportunity. */
function isOfTheEnd({ roles }: SlaEntry['clause']): boolean {
  return ends.some((rank) => ((roles[rank] as number) & slaRole.start) !== 0);
}

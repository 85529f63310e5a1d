import { stages } from '@sameteam/model';
import type { FactRules } from '../rules/fact-rules.ts';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { FoldedOpportunity, OpportunityStory } from '../story/story.ts';
import { dealEntries } from './deal-entries.ts';
import { type DealHistory, dealHistory } from './deal-history.ts';
import { type Deal, dealRules } from './deal-rules.ts';
import { anchoredStates, dealStates } from './deal-states.ts';
import { marketingPart } from './marketing-part.ts';
import { noStates, sourceOf } from './row-parts.ts';
import { spanRows } from './span-rows.ts';
import { stageProbability } from './stage-probability.ts';

const impliedOpening = 1 << stages.indexOf('opportunity');

/**
 * Folds an opportunity with the leads that it is linked with: its row, the times in which it did not change, and what was
 * owed for it. It counts with the lead that was captured first: source, segment and exclusion are those of that lead, and
 * missing for one without a lead. Owner and amount are its own. O(events + touches of its leads).
 */
export function foldOpportunity(story: OpportunityStory, rules: FactRules): FoldedOpportunity {
  const history = dealHistory(story.events);
  const deal = dealOf(story, history, rules);
  return {
    opportunity: opportunityRow(deal, rules),
    spans: spanRows(deal, rules),
    entries: dealEntries(deal, rules),
  };
}

function dealOf(story: OpportunityStory, history: DealHistory, rules: FactRules): Deal {
  const lead = story.leads[0] ?? null;
  const { company } = history.state;
  const segment = lead?.lead.segment ?? null;
  const openedMs = history.openedMs ?? history.wonMs;
  const closedMs = history.wonMs ?? history.lostMs;
  const beganMs = openedMs ?? history.stays[0]?.beganMs ?? closedMs;
  const common = {
    opportunity: story.opportunity,
    lead: lead?.lead.lead ?? null,
    company: company === null ? (lead?.lead.company ?? null) : rules.rootOf(company),
    excluded: lead?.lead.excluded ?? null,
    segment,
    ...sourceOf(lead?.lead ?? null),
  };
  const marketing =
    beganMs === null
      ? 'neither'
      : marketingPart(
          story.leads,
          { openedMs: beganMs, closedMs },
          dealRules(rules, { atMs: beganMs, segment }).agreement.sourcing,
        );
  return { story, history, lead, openedMs, closedMs, marketing, common };
}

function opportunityRow(deal: Deal, rules: FactRules): FactRowOf<'opportunities'> {
  const { story, history, lead, openedMs, closedMs, common } = deal;
  const { state, wonMs, lostMs, ownerAtOpened, ownerAtClosed } = history;
  const outcome = wonMs !== null ? 'won' : lostMs !== null ? 'lost' : null;
  const statesOf = (atMs: number | null, owner: string | null, stage: 'opportunity' | 'won' | null) =>
    atMs === null ? noStates : dealStates(lead, { atMs, owner, stage }, rules);
  const won = statesOf(wonMs, ownerAtClosed, 'won');
  return {
    ...common,
    at_opportunity: openedMs,
    at_won: wonMs,
    at_lost: lostMs,
    at_closed: closedMs,
    implied: history.openedMs === null && wonMs !== null ? impliedOpening : 0,
    outcome,
    kind: state.kind,
    pipeline: state.pipeline,
    stage: state.stage,
    forecast_category: state.forecastCategory,
    competitor: state.competitor,
    lost_reason: outcome === 'lost' ? state.reason : null,
    amount: state.amount,
    currency: state.currency,
    probability: probabilityNow(deal, rules),
    close_day: state.closeDay,
    pushes: history.pushes,
    at_first_push: history.firstPushMs,
    at_last_moved: history.lastMovedMs,
    moves: history.moves,
    marketing: deal.marketing,
    revived: story.leads.some((one) => isRevivedBy(one.lead.at_revived, openedMs)) ? 1 : 0,
    leads: story.leads.length,
    ...anchoredStates('opportunity', statesOf(openedMs, ownerAtOpened, 'opportunity')),
    ...anchoredStates('won', won),
    ...anchoredStates('closed', wonMs === null ? statesOf(lostMs, ownerAtClosed, null) : won),
    ...anchoredStates('now', dealStates(lead, { atMs: 'now', owner: state.owner }, rules)),
  };
}

function isRevivedBy(revivedMs: number | null, openedMs: number | null): boolean {
  return revivedMs !== null && openedMs !== null && revivedMs <= openedMs;
}

/** Of an open one by the version that judged when it came to where it stands, as its last span has it. */
function probabilityNow({ history, common }: Deal, rules: FactRules): number | null {
  if (history.wonMs !== null) return 1000;
  if (history.lostMs !== null) return 0;
  const atMs = history.stays.at(-1)?.beganMs ?? rules.asOfMs;
  return stageProbability(dealRules(rules, { atMs, segment: common.segment }).agreement, history.state);
}

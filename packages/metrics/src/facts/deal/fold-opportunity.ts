import { stages } from '@sameteam/model';
import type { FactRules } from '../rules/fact-rules.ts';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { FoldedLead, FoldedOpportunity, OpportunityStory } from '../story/story.ts';
import { dealEntries } from './deal-entries.ts';
import { type DealHistory, dealHistory } from './deal-history.ts';
import { type Deal, dealRules } from './deal-rules.ts';
import { dealStates } from './deal-states.ts';
import { marketingPart } from './marketing-part.ts';
import { OpportunityRow, writeStates } from './opportunity-row.ts';
import { sourceOf } from './row-parts.ts';
import { spanRows } from './span-rows.ts';
import { stageProbability } from './stage-probability.ts';

const impliedOpening = 1 << stages.indexOf('opportunity');
const impliedQualification = 1 << stages.indexOf('mql');

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
  const isQualified = beganMs !== null && story.leads.some((one) => isQualifiedBy(one.lead, beganMs));
  return { story, history, lead, openedMs, closedMs, marketing, isQualified, common };
}

function opportunityRow(deal: Deal, rules: FactRules): FactRowOf<'opportunities'> {
  const { story, history, openedMs, closedMs, common } = deal;
  const { state, wonMs, lostMs } = history;
  const row: OpportunityRow = Object.assign(new OpportunityRow(), common);
  row.at_opportunity = openedMs;
  row.at_won = wonMs;
  row.at_lost = lostMs;
  row.at_closed = closedMs;
  row.implied = history.openedMs === null && wonMs !== null ? impliedOpening : 0;
  row.outcome = wonMs !== null ? 'won' : lostMs !== null ? 'lost' : null;
  row.kind = state.kind;
  row.pipeline = state.pipeline;
  row.stage = state.stage;
  row.forecast_category = state.forecastCategory;
  row.competitor = state.competitor;
  row.lost_reason = lostMs === null ? null : state.reason;
  row.amount = state.amount;
  row.currency = state.currency;
  row.probability = probabilityNow(deal, rules);
  row.close_day = state.closeDay;
  row.pushes = history.pushes;
  row.at_first_push = history.firstPushMs;
  row.at_last_moved = history.lastMovedMs;
  row.moves = history.moves;
  row.marketing = deal.marketing;
  row.qualified = deal.isQualified ? 1 : 0;
  row.revived = story.leads.some((one) => isRevivedBy(one.lead.at_revived, openedMs)) ? 1 : 0;
  row.leads = story.leads.length;
  tellPaths(row, deal);
  tellStates(row, deal, rules);
  return row;
}

/** The touches of its lead, where it came so far: what is credited for its amount. */
function tellPaths(row: OpportunityRow, { lead, openedMs, history }: Deal): void {
  if (lead === null) return;
  if (openedMs !== null) {
    row.path_to_opportunity = lead.lead.path_to_opportunity;
    row.ages_to_opportunity = lead.lead.ages_to_opportunity;
    row.marks_to_opportunity = lead.lead.marks_to_opportunity;
  }
  if (history.wonMs === null) return;
  row.path_to_won = lead.lead.path_to_won;
  row.ages_to_won = lead.lead.ages_to_won;
  row.marks_to_won = lead.lead.marks_to_won;
}

function tellStates(row: OpportunityRow, { history, lead, openedMs }: Deal, rules: FactRules): void {
  const { state, wonMs, lostMs, ownerAtOpened, ownerAtClosed: owner } = history;
  if (openedMs !== null) {
    const moment = { atMs: openedMs, owner: ownerAtOpened, stage: 'opportunity' } as const;
    writeStates(row, 'opportunity', dealStates(lead, moment, rules));
  }
  if (wonMs !== null) {
    const won = dealStates(lead, { atMs: wonMs, owner, stage: 'won' }, rules);
    writeStates(row, 'won', won);
    writeStates(row, 'closed', won);
  } else if (lostMs !== null) writeStates(row, 'closed', dealStates(lead, { atMs: lostMs, owner }, rules));
  writeStates(row, 'now', dealStates(lead, { atMs: 'now', owner: state.owner }, rules));
}

/** What is implied by a later stage was not qualified by anybody. */
function isQualifiedBy({ at_mql: qualifiedMs, implied }: FoldedLead['lead'], atMs: number): boolean {
  return qualifiedMs !== null && qualifiedMs <= atMs && ((implied ?? 0) & impliedQualification) === 0;
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

import { eventRank } from '@sameteam/model';

/** Events that the facts of everybody may depend on: who works where, and which channel a campaign is of. */
export const surroundingRanks: readonly number[] = [eventRank('roster.changed'), eventRank('campaign.planned')];

/** Events whose facts belong to nobody. */
export const ledgerRanks: readonly number[] = [eventRank('campaign.spent'), eventRank('pulse.answered')];

/** An event about a member of a campaign: it belongs to the story of the member. */
export const memberRank = eventRank('campaign.member_changed');

/** Events that say which records are one. */
export const linkRanks: readonly number[] = [eventRank('record.linked'), eventRank('record.unlinked')];

/** Events that are in no story of their subject. */
export const apartRanks: readonly number[] = [...surroundingRanks, ...ledgerRanks, memberRank];

import { eventRank } from '@sameteam/model';
import type { StoryEvent } from '../story/story.ts';

const planned = eventRank('campaign.planned');

/** The id of a campaign, as sources and engagements name it: without its kind. */
export function campaignId(subject: string): string {
  return subject.startsWith('campaign/') ? subject.slice('campaign/'.length) : subject;
}

/**
 * By id of a campaign: the name that its plan said last. A cost names a campaign by its id and a capture often by its name:
 * one of them must do for both.
 */
export function campaignNames(events: readonly StoryEvent[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { rank, subject, payload } of events) {
    if (rank !== planned) continue;
    if (typeof payload.name === 'string') names.set(campaignId(subject), payload.name);
    else if (payload.name === null) names.delete(campaignId(subject));
  }
  return names;
}

/** By id of a campaign: the channel that its plan said last; a campaign whose channel was cleared is not there. */
export function campaignChannels(events: readonly StoryEvent[]): ReadonlyMap<string, string> {
  const channels = new Map<string, string>();
  for (const { rank, subject, payload } of events) {
    if (rank !== planned) continue;
    if (typeof payload.channel === 'string') channels.set(campaignId(subject), payload.channel);
    else if (payload.channel === null) channels.delete(campaignId(subject));
  }
  return channels;
}

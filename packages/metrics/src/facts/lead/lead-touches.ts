import { campaignId } from '../rules/campaign-channels.ts';
import type { FactRules } from '../rules/fact-rules.ts';
import type { StoryEvent } from '../story/story.ts';
import { ranks } from './ranks.ts';

/** Something by which a lead and we met: a capture, an engagement, a reply, a response in a campaign. */
export interface LeadTouch {
  readonly index: number;
  readonly atMs: number;
  readonly activity: string | null;
  readonly channel: string | null;
  readonly campaign: string | null;
}

/**
 * The touches of a lead in their order. The channel is what the event says, of a capture its source; else that of its
 * campaign. A second capture is a touch, too: another inquiry came in. O(events).
 * @param contact of the lead: what it does in a campaign is done by the lead
 */
export function leadTouches(
  events: readonly StoryEvent[],
  { lead, contact }: { readonly lead: string; readonly contact: string | null },
  rules: Pick<FactRules, 'channelOf' | 'rootOf'>,
): readonly LeadTouch[] {
  const touches: LeadTouch[] = [];
  for (let index = 0; index < events.length; index++) {
    const { rank, payload, subject, timeMs: atMs } = events[index] as StoryEvent;
    if (rank === ranks.captured) {
      const { channel, campaign } = asRecord(payload.source);
      touches.push(touch({ index, atMs, activity: 'captured', said: channel, campaign }, rules));
    } else if (rank === ranks.engaged || rank === ranks.replied) {
      const { channel, campaign, activity = rank === ranks.replied ? 'replied' : null } = payload;
      touches.push(touch({ index, atMs, activity, said: channel, campaign }, rules));
    } else if (rank === ranks.memberChanged && payload.responded === true && typeof payload.member === 'string') {
      const member = rules.rootOf(payload.member);
      if (member !== lead && member !== contact) continue;
      const { status: activity } = payload;
      touches.push(touch({ index, atMs, activity, said: null, campaign: campaignId(subject) }, rules));
    }
  }
  return touches;
}

interface SaidTouch {
  readonly index: number;
  readonly atMs: number;
  readonly activity: unknown;
  readonly said: unknown;
  readonly campaign: unknown;
}

function touch(
  { index, atMs, activity, said, campaign }: SaidTouch,
  { channelOf }: Pick<FactRules, 'channelOf'>,
): LeadTouch {
  const named = typeof campaign === 'string' ? campaign : null;
  return {
    index,
    atMs,
    activity: typeof activity === 'string' ? activity : null,
    channel: typeof said === 'string' ? said : named === null ? null : channelOf(named),
    campaign: named,
  };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

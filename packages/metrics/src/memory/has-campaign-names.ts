import { eventRank } from '@sameteam/model';
import type { Payload } from '../facts/story/story.ts';
import type { VisibleLog } from './visible-log.ts';

const planned = eventRank('campaign.planned');

/** Whether the plan of a campaign says its name, in any event that counts. O(events). */
export function hasCampaignNames({ log, mask }: Pick<VisibleLog, 'log' | 'mask'>): boolean {
  const type = log.type.view();
  const payload = log.payload.view();
  for (let event = 0; event < log.length; event++) {
    if (type[event] !== planned || (mask !== null && mask[event] === 0)) continue;
    const text = log.payloads.text(payload[event] as number);
    if (typeof text === 'string' && typeof (JSON.parse(text) as Payload).name === 'string') return true;
  }
  return false;
}

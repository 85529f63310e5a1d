import type { FactRowOf } from '../schema/fact-schema.ts';

/**
 * Whether a touch is marketing's: what a lead does of itself is, such as a visit or a response in a campaign, and so is its
 * capture, unless we went to it (`motion` outbound). A reply is where it answers a campaign; any other answers a rep.
 */
export function isMarketingTouch({
  activity,
  motion,
  touch_campaign: campaign,
}: Pick<FactRowOf<'touches'>, 'activity' | 'motion' | 'touch_campaign'>): boolean {
  if (activity === 'captured') return motion !== 'outbound';
  return activity !== 'replied' || campaign !== null;
}

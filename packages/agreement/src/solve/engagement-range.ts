import type { EngagementRules } from '../scoring/engagement-points.ts';

/**
 * The fewest and the most points that the rules of engagement can bring, in whole thousandths; infinite where no cap
 * holds them. Both are bounds: two rules for one activity may never reach them together.
 */
export function engagementRange({ rules }: EngagementRules): readonly [number, number] {
  let least = 0;
  let most = 0;
  for (const { thousandths, cap } of rules) {
    if (thousandths > 0) most += cap ?? Number.POSITIVE_INFINITY;
    if (thousandths < 0) least -= cap ?? Number.POSITIVE_INFINITY;
  }
  return [least, most];
}

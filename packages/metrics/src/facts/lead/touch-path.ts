import type { LeadTouch } from './lead-touches.ts';

const dayMs = 86_400_000;

/** Touches of a path beside the first one: of a longer one the last of them are kept. */
export const longestPath = 50;

/** The touches up to an instant, those at it included: the first one and the last {@link longestPath} after it. */
export function touchesUntil(touches: readonly LeadTouch[], untilMs: number): readonly LeadTouch[] {
  let end = touches.length;
  while (end > 0 && (touches[end - 1] as LeadTouch).atMs > untilMs) end--;
  if (end <= longestPath + 1) return end === touches.length ? touches : touches.slice(0, end);
  return [touches[0] as LeadTouch, ...touches.slice(end - longestPath, end)];
}

/** The channels of touches in their order, `null` for a missing one, as JSON text. Repeats are kept. */
export function channelPath(touches: readonly LeadTouch[]): string {
  if (touches.length === 1) return `[${JSON.stringify((touches[0] as LeadTouch).channel)}]`;
  return JSON.stringify(touches.map(({ channel }) => channel));
}

/** The ages of touches in whole days (24 h) before an instant, as JSON text. */
export function touchAges(touches: readonly LeadTouch[], untilMs: number): string {
  return `[${touches.map(({ atMs }) => Math.floor((untilMs - atMs) / dayMs)).join(',')}]`;
}

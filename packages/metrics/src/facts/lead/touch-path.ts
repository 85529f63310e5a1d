import type { FactRowOf } from '../schema/fact-schema.ts';
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

/** The last touch up to the capture and the last one up to the opening, as steps of a path from 0, as JSON text. */
export function touchMarks(
  touches: readonly LeadTouch[],
  { at_captured: captured, at_opportunity: opened }: Pick<FactRowOf<'leads'>, 'at_captured' | 'at_opportunity'>,
): string {
  return `[${lastStep(touches, captured)},${lastStep(touches, opened)}]`;
}

function lastStep(touches: readonly LeadTouch[], untilMs: number | null): number | null {
  if (untilMs === null) return null;
  let step = touches.length - 1;
  while (step >= 0 && (touches[step] as LeadTouch).atMs > untilMs) step--;
  return step < 0 ? null : step;
}

import type { FactRules } from '../rules/fact-rules.ts';
import type { StoryEvent } from '../story/story.ts';
import type { LeadCycle } from './lead-cycles.ts';
import { isLeadsOwn, type LeadScope } from './lead-scope.ts';
import { isPlanned, type LeadMeeting } from './meeting-list.ts';
import { ranks } from './ranks.ts';

/** What is planned for a lead. */
export interface NextStep {
  readonly isPlanned: boolean;
  /** Until when; `null` where nothing is planned, or something without an end. */
  readonly untilMs: number | null;
  /** When a recycled lead is looked at again. */
  readonly revisitMs: number | null;
}

/**
 * What is planned for a lead: open tasks, meetings to come, a revisit, programs that it entered and did not leave. It
 * depends on the events alone: whether a time lies behind as-of is told by comparing it. O(events).
 */
export function nextStep(
  events: readonly StoryEvent[],
  {
    scope,
    cycles,
    meetings,
    rules,
  }: {
    readonly scope: LeadScope;
    readonly cycles: readonly LeadCycle[];
    readonly meetings: readonly LeadMeeting[];
    readonly rules: FactRules;
  },
): NextStep {
  const plans = openPlans(events, scope);
  const revisitMs = openRevisit(events, cycles, rules);
  for (const meeting of meetings) if (isPlanned(meeting)) plans.push(meeting.startsMs);
  if (revisitMs !== null) plans.push(revisitMs);
  let untilMs: number | null = Number.NEGATIVE_INFINITY;
  for (const plan of plans) untilMs = plan === null || untilMs === null ? null : Math.max(untilMs, plan);
  return { isPlanned: plans.length > 0, untilMs: plans.length === 0 ? null : untilMs, revisitMs };
}

/** When each open task is due, and `null` for each open program. */
function openPlans(events: readonly StoryEvent[], scope: LeadScope): (number | null)[] {
  let open: Map<string, number | null> | null = null;
  for (const { rank, subject, payload } of events) {
    if (rank !== ranks.taskChanged && rank !== ranks.nurtureEntered && rank !== ranks.nurtureLeft) continue;
    if (!isLeadsOwn(scope, subject)) continue;
    open ??= new Map();
    if (rank === ranks.taskChanged) {
      const id = typeof payload.task === 'string' ? payload.task : `${subject} `;
      const before = open.get(id) ?? null;
      if (payload.status !== 'open') open.delete(id);
      else open.set(id, payload.due === undefined ? before : instant(payload.due));
    } else if (rank === ranks.nurtureEntered) open.set(`program ${String(payload.program)}`, null);
    else open.delete(`program ${String(payload.program)}`);
  }
  return open === null ? [] : [...open.values()];
}

/** The revisit of the last recycling, unless it was handed off again or is out for good. */
function openRevisit(events: readonly StoryEvent[], cycles: readonly LeadCycle[], rules: FactRules): number | null {
  let revisitMs: number | null = null;
  let cycle = -1;
  for (let index = 0; index < events.length; index++) {
    const { rank, payload, timeMs } = events[index] as StoryEvent;
    const begun = cycles[cycle + 1];
    if (begun?.from === index) cycle++;
    if (begun?.from === index && !begun.isImplied) revisitMs = null;
    else if (rank === ranks.disqualified) revisitMs = null;
    else if (rank === ranks.recycled) {
      const said = instant(payload.revisitAt);
      const judging = cycles[cycle]?.rules ?? rules.versionAt(timeMs).rules.forSegment(null);
      const after = typeof payload.reason === 'string' ? judging.revisitAfterMs(payload.reason) : null;
      revisitMs = said ?? (after === null ? null : timeMs + after);
    }
  }
  return revisitMs;
}

function instant(value: unknown): number | null {
  return typeof value === 'string' ? Date.parse(value) : null;
}

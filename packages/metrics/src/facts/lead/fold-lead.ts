import type { FactRules } from '../rules/fact-rules.ts';
import type { SlaEntry } from '../rules/sla-entries.ts';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { FoldedLead, LeadStory, StoryEvent } from '../story/story.ts';
import { cycleRow } from './cycle-row.ts';
import { entryRow } from './entry-row.ts';
import { explanations } from './explanations.ts';
import { impliedHandOff } from './implied-hand-off.ts';
import { KnownConsents } from './known-consents.ts';
import { LeadContext } from './lead-context.ts';
import { type LeadCycle, type LeadStretch, leadCycles, leadEntries } from './lead-cycles.ts';
import { leadScope } from './lead-scope.ts';
import { leadStages } from './lead-stages.ts';
import { leadStates } from './lead-states.ts';
import { leadTouches } from './lead-touches.ts';
import { type FoldedParts, makeLeadRow } from './make-lead-row.ts';
import { MeetingList } from './meeting-list.ts';
import { meetingRow } from './meeting-row.ts';
import { nextStep } from './next-step.ts';
import { ranks } from './ranks.ts';
import { touchRow } from './touch-row.ts';

/**
 * Folds the story of a lead to its facts: its row of `leads`, and its rows of `cycles`, `entries`, `touches` and `meetings`.
 * It knows no clock: what has not happened by the last event of the story is not there, and readers compare times with
 * as-of (rule 10). O(events × clauses of the SLA).
 */
export function foldLead(story: LeadStory, rules: FactRules): FoldedLead {
  const { events } = story;
  const scope = leadScope(story, rules);
  const stages = leadStages(events, scope.deals);
  const impliedAt = impliedHandOff(events, { stages, scope });
  const { after, known } = leadStates(events, { stages, impliedAt, deals: scope.deals }, rules);
  const context = new LeadContext(events, after, scope, rules);
  const of: LeadStretch = { events, after, stages, impliedAt, scope, context, rules };
  const cycles = leadCycles(of);
  const { segment, excludedBy } = ruling(of, cycles);
  const excluded = excludedBy(rules.versionAt(rules.asOfMs).rules);
  const owed = leadEntries(of, segment);
  const { meetings, consented } = asides(of);
  const touches = leadTouches(events, { lead: story.lead, contact: known.contact }, rules);
  const common = {
    lead: story.lead,
    channel: known.channel,
    medium: known.medium,
    campaign: known.campaign === null ? null : rules.campaignOf(known.campaign),
    landingPage: known.landingPage,
    motion: known.motion,
    product: known.product,
  };
  const frame = { segment, excluded };
  const next = nextStep(events, { scope, cycles, meetings, rules });
  const parts: FoldedParts = { known, cycles, owed, touches, next, consented, common, frame };
  return {
    lead: makeLeadRow(of, parts),
    cycles: cycles.map((cycle) => cycleRow(cycle, of, excludedBy(cycle.judging.rules), common)),
    entries: entryRows(of, parts, excludedBy),
    touches: touches.map((touch, index) => touchRow(touch, index + 1, frame, of, common)),
    meetings: meetings.map((meeting) => meetingRow(meeting, frame, of, common)),
    talks: scope.deals.size === 0 ? none : events.filter(isTalk),
  };
}

const none: readonly StoryEvent[] = [];

function isTalk({ rank }: StoryEvent): boolean {
  return rank === ranks.attempted || rank === ranks.replied;
}

type Versions = ReturnType<FactRules['versionAt']>['rules'];

/** Segment of a lead, and by which exclusion of a version it does not count: by all that is known of it. */
function ruling(
  { events, context, rules }: LeadStretch,
  cycles: readonly LeadCycle[],
): { readonly segment: string | null; readonly excludedBy: (version: Versions) => string | null } {
  const last = events.length - 1;
  const nowMs = Number.isFinite(rules.asOfMs) ? rules.asOfMs : (events[last]?.timeMs ?? 0);
  const current = rules.versionAt(rules.asOfMs).rules;
  const cycle = cycles.at(-1);
  const segment =
    cycle !== undefined
      ? cycle.segment
      : current.hasSegments
        ? current.segmentOf(context.at(last, current.forSegment(null), null, nowMs))
        : null;
  // Nearly always one version judges all cycles.
  let asked: Versions | null = null;
  let answer: string | null = null;
  const excludedBy = (version: Versions): string | null => {
    if (!version.hasExclusions) return null;
    if (version !== asked) {
      answer = version.exclusionOf(context.at(last, version.forSegment(null), segment, nowMs));
      asked = version;
    }
    return answer;
  };
  return { segment, excludedBy };
}

/** What most leads have little of: meetings and consents. */
function asides({ events, scope }: LeadStretch) {
  const list = new MeetingList();
  const consents = new KnownConsents();
  for (let index = 0; index < events.length; index++) {
    const event = events[index] as StoryEvent;
    const { rank, payload } = event;
    if (rank === ranks.meetingChanged) list.take(event, index, scope);
    else if (rank === ranks.consentChanged || payload.consent !== undefined) consents.take(event);
  }
  return { meetings: list.meetings, consented: consents.isGranted };
}

/** Those of the lead as a whole first, then cycle by cycle. */
function entryRows(
  of: LeadStretch,
  { cycles, owed, common, frame: { segment, excluded } }: FoldedParts,
  excludedBy: (version: Versions) => string | null,
): readonly FactRowOf<'entries'>[] {
  const reasons = explanations(of.events, cycles, owed);
  const explained = (entry: SlaEntry) => (reasons.size === 0 ? null : (reasons.get(entry) ?? null));
  const rows: FactRowOf<'entries'>[] = [];
  if (owed.length > 0) {
    const judging = of.rules.versionAt((of.events[0] as StoryEvent).timeMs);
    for (const entry of owed) {
      rows.push(entryRow(entry, { segment, excluded, judging, cycle: null, explained: explained(entry) }, of, common));
    }
  }
  for (const cycle of cycles) {
    for (const entry of cycle.entries) {
      const frame = {
        segment: cycle.segment,
        excluded: excludedBy(cycle.judging.rules),
        judging: cycle.judging,
        cycle: { number: cycle.number, handedOffMs: cycle.isImplied ? null : cycle.handedOffMs },
        explained: explained(entry),
      };
      rows.push(entryRow(entry, frame, of, common));
    }
  }
  return rows;
}

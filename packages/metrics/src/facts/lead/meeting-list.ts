import type { MeetingStatus } from '@sameteam/agreement';
import type { StoryEvent } from '../story/story.ts';
import { isLeadsOwn, type LeadScope } from './lead-scope.ts';
import { ranks } from './ranks.ts';

/** A meeting with a lead, as far as it has come. */
export interface LeadMeeting {
  /** Place of the event that told of it first. */
  readonly bookedIndex: number;
  readonly bookedMs: number;
  /** The opportunity that it is about; `null` for one about the lead or its contact. */
  readonly opportunity: string | null;
  status: MeetingStatus;
  startsMs: number | null;
  heldMs: number | null;
  noShowMs: number | null;
  canceledMs: number | null;
  reschedules: number;
  kind: string | null;
}

/** Folds the meetings of a lead: those about it, about its contact, and about the opportunities that it came to first. */
export class MeetingList {
  readonly meetings: LeadMeeting[] = [];
  readonly #byId = new Map<string, LeadMeeting>();

  take(event: StoryEvent, index: number, scope: LeadScope): void {
    const { rank, payload, subject, timeMs } = event;
    if (rank !== ranks.meetingChanged || !isStatus(payload.status) || !isLeadsOwn(scope, subject)) return;
    // A meeting without a name goes on until it is over: what is scheduled after that is another one.
    const id = typeof payload.meeting === 'string' ? payload.meeting : `${subject} `;
    let meeting = this.#byId.get(id);
    if (meeting === undefined || (payload.meeting == null && payload.status === 'scheduled' && isOver(meeting))) {
      meeting = begun(event, index, payload.status);
      this.#byId.set(id, meeting);
      this.meetings.push(meeting);
    }
    meeting.status = payload.status;
    if (typeof payload.startsAt === 'string') meeting.startsMs = Date.parse(payload.startsAt);
    else if (payload.startsAt === null) meeting.startsMs = null;
    if (typeof payload.kind === 'string') meeting.kind = payload.kind;
    tell(meeting, payload.status, timeMs);
  }
}

/** Whether a meeting is still to come, by what was said of it. */
export function isPlanned({ status }: LeadMeeting): boolean {
  return status === 'scheduled' || status === 'rescheduled';
}

function begun({ timeMs, subject }: StoryEvent, bookedIndex: number, status: MeetingStatus): LeadMeeting {
  return {
    bookedIndex,
    bookedMs: timeMs,
    opportunity: subject.startsWith('opportunity/') ? subject : null,
    status,
    startsMs: null,
    heldMs: null,
    noShowMs: null,
    canceledMs: null,
    reschedules: 0,
    kind: null,
  };
}

function tell(meeting: LeadMeeting, status: MeetingStatus, timeMs: number): void {
  if (status === 'completed') meeting.heldMs ??= timeMs;
  else if (status === 'no_show') meeting.noShowMs ??= timeMs;
  else if (status === 'canceled') meeting.canceledMs ??= timeMs;
  else {
    // One that takes place after all was not canceled.
    meeting.canceledMs = null;
    if (status === 'rescheduled') meeting.reschedules++;
  }
}

function isOver(meeting: LeadMeeting): boolean {
  return !isPlanned(meeting);
}

function isStatus(value: unknown): value is MeetingStatus {
  return (
    value === 'scheduled' ||
    value === 'rescheduled' ||
    value === 'completed' ||
    value === 'no_show' ||
    value === 'canceled'
  );
}

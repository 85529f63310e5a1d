import type { MeetingStatus } from '@sameteam/agreement';
import type { StoryEvent } from '../story/story.ts';
import { isLeadsOwn, type LeadScope } from './lead-scope.ts';
import { ranks } from './ranks.ts';

/** A meeting with a lead at the time that was set for it last, as far as it has come. */
export interface LeadMeeting {
  /** 1 for the first time that was set; another one is set where it was missed and is planned again. */
  readonly occurrence: number;
  /** Whether it was missed and is planned again. */
  isReplaced: boolean;
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

/**
 * Folds the meetings of a lead: those about it, about its contact, and about the opportunities that it came to first. One
 * that is moved before its time goes on; one that was missed is over, and what is planned in its place is held or missed by
 * itself.
 */
export class MeetingList {
  readonly meetings: LeadMeeting[] = [];
  readonly #byId = new Map<string, LeadMeeting>();

  /** What was said last of each meeting: of one that was missed and is planned again, that it is. */
  get statuses(): readonly MeetingStatus[] {
    return this.meetings.filter(({ isReplaced }) => !isReplaced).map(({ status }) => status);
  }

  take(event: StoryEvent, index: number, scope: LeadScope): void {
    const { rank, payload, subject, timeMs } = event;
    if (rank !== ranks.meetingChanged || !isStatus(payload.status) || !isLeadsOwn(scope, subject)) return;
    let { status } = payload;
    // A meeting without a name goes on until it is over: what is scheduled after that is another one.
    const id = typeof payload.meeting === 'string' ? payload.meeting : `${subject} `;
    let meeting = this.#byId.get(id);
    if (meeting === undefined || (payload.meeting == null && status === 'scheduled' && isOver(meeting))) {
      meeting = this.#begin(id, begun(event, index, status));
    } else if (meeting.status === 'no_show' && isPlanned({ status })) {
      // Not moved: it is planned anew, whatever it is called.
      status = 'scheduled';
      const { occurrence, kind } = meeting;
      meeting.isReplaced = true;
      meeting = this.#begin(id, { ...begun(event, index, status), occurrence: occurrence + 1, kind });
    }
    meeting.status = status;
    if (typeof payload.startsAt === 'string') meeting.startsMs = Date.parse(payload.startsAt);
    else if (payload.startsAt === null) meeting.startsMs = null;
    if (typeof payload.kind === 'string') meeting.kind = payload.kind;
    tell(meeting, status, timeMs);
  }

  #begin(id: string, meeting: LeadMeeting): LeadMeeting {
    this.#byId.set(id, meeting);
    this.meetings.push(meeting);
    return meeting;
  }
}

/** Whether a meeting is still to come, by what was said of it. */
export function isPlanned({ status }: Pick<LeadMeeting, 'status'>): boolean {
  return status === 'scheduled' || status === 'rescheduled';
}

function begun({ timeMs, subject }: StoryEvent, bookedIndex: number, status: MeetingStatus): LeadMeeting {
  return {
    occurrence: 1,
    isReplaced: false,
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

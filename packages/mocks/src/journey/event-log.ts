import type { EventData, EventSubjectKind, EventType, LeadEvent, Subject } from '@sameteam/model';
import type { Random } from '../random/random.ts';
import { dayMs, hourMs, minuteMs } from '../time/berlin-time.ts';

/** The systems that write events, as `source` names them. */
export const systems = {
  website: '/halden/website',
  automation: '/halden/marketing-automation',
  crm: '/halden/crm',
  dialer: '/halden/dialer',
  finance: '/halden/finance',
  people: '/halden/people',
} as const;
export type System = keyof typeof systems;

/** An event with the instant at which its system wrote it down. */
export interface RecordedEvent {
  readonly recordedMs: number;
  readonly event: LeadEvent;
}

/** What a log needs to know. */
export interface EventLogOptions {
  /** Start of the ids of its events, unique in the company. */
  readonly key: string;
  /** Nothing is recorded earlier: what is not captured cannot be known. */
  readonly fromMs: number;
  /** What is recorded later has not happened yet for who looks at the company now. */
  readonly untilMs: number;
  /** Its own stream, so that the delays of recording do not depend on where the company is cut. */
  readonly random: Random;
  readonly write: (timeMs: number) => string;
}

/** Collects the events of one lead. The objects have their keys in the order of RFC 8785. */
export class EventLog {
  private readonly options: EventLogOptions;
  private readonly kept: RecordedEvent[] = [];
  private count = 0;

  constructor(options: EventLogOptions) {
    this.options = options;
  }

  /** Adds an event, in any order of time. Data must have its keys in ascending order. */
  add<T extends EventType>(
    type: T,
    data: EventData<T>,
    {
      at,
      system,
      subject,
      lateMs,
    }: {
      readonly at: number;
      readonly system: System;
      readonly subject: Subject<EventSubjectKind<T>>;
      readonly lateMs?: number;
    },
  ): void {
    const { key, fromMs, untilMs, random, write } = this.options;
    const id = `${key}-${++this.count}`;
    const delayMs = lateMs ?? delayOf(system, random);
    const recordedMs = Math.max(at + delayMs, fromMs);
    if (recordedMs > untilMs) return;
    const event = {
      data,
      id,
      recordedtime: write(recordedMs),
      source: systems[system],
      specversion: '1.0',
      subject,
      time: write(at),
      type,
    };
    this.kept.push({ recordedMs, event: event as LeadEvent });
  }

  /** What was added, in the order of recording. */
  recorded(): readonly RecordedEvent[] {
    return this.kept.sort((a, b) => a.recordedMs - b.recordedMs);
  }
}

/** Machines write at once; people log a call in the evening and a deal next week. */
function delayOf(system: System, random: Random): number {
  if (system === 'dialer') return random.below(60) * 1000;
  if (system !== 'crm') return random.below(4) * 1000;
  const kind = random.next();
  if (kind < 0.7) return random.below(600) * 1000;
  if (kind < 0.95) return 10 * minuteMs + random.below((8 * hourMs) / 1000) * 1000;
  return dayMs + random.below((3 * dayMs) / 1000) * 1000;
}

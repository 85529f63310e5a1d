import type { EventType } from '../vocabulary/event-types.ts';
import type { Subject } from '../vocabulary/subject.ts';
import type { EventData, EventSubjectKind } from './event-catalog.ts';

/** An event of type `T`: a CloudEvents 1.0 envelope around what happened. Unknown attributes are kept. */
export interface EventOf<T extends EventType> {
  readonly specversion: '1.0';
  /** Identity within the source: the pair (`source`, `id`) is the identity of the event. */
  readonly id: string;
  readonly source: string;
  readonly type: T;
  /** What it is about, such as `lead/42`. */
  readonly subject: Subject<EventSubjectKind<T>>;
  /** When it happened, RFC 3339 with zone. */
  readonly time: string;
  readonly dataschema?: string | undefined;
  readonly datacontenttype?: 'application/json' | undefined;
  /** When it was recorded; set by the store. */
  readonly recordedtime?: string | undefined;
  readonly data: EventData<T>;
}

/** Any event: a union told apart by `type`. */
export type LeadEvent = { readonly [T in EventType]: EventOf<T> }[EventType];

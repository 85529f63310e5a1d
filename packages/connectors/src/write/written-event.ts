import type { EventType } from '@sameteam/model';

/** An event of which the texts are made already, as a store keeps them. It is as good as one that
 * `validateEvent` has taken, and its time is plain UTC. */
export interface WrittenEvent {
  readonly type: EventType;
  readonly timeMs: number;
  readonly source: string;
  readonly id: string;
  readonly subject: string;
  /** RFC 8785 form of `data` without its personal fields. */
  readonly data: string;
  /** RFC 8785 form of the personal fields; `null` where there are none. */
  readonly personal: string | null;
  /** RFC 8785 form of what was asked to be picked of it; `null` where that is nothing. */
  readonly payload: string | null;
}

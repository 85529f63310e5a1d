import type { EventType } from '@sameteam/model';

/**
 * An event as a map makes it, before `validateEvent` of the model has seen it. Its keys, and those of `data`, stand in the
 * order of UTF-16 units and no value is `undefined`: `JSON.stringify` of it is its canonical form (RFC 8785).
 */
export interface MappedEvent {
  readonly data: Readonly<Record<string, unknown>>;
  readonly id: string;
  readonly source: string;
  readonly specversion: '1.0';
  readonly subject: string;
  readonly time: string;
  readonly type: EventType;
}

import { canonicalJson, type EventType, eventRank, type LeadEvent, parseInstant, splitPersonal } from '@sameteam/model';
import { foldPayload } from '../facts/payload/fold-payload.ts';
import type { EventBatch } from './event-batch.ts';
import { packEvents } from './pack-events.ts';
import { PayloadTexts } from './payload-texts.ts';

/**
 * A valid event whose texts are made already, as a compiled map of `connectors` writes it. It has no attributes but the
 * required ones, and its time was written as plain UTC.
 */
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
  /** RFC 8785 form of what folds read of it, see `foldPayload`; `null` where that is nothing. */
  readonly payload: string | null;
}

/** Attributes that have a column of their own, or that say what is so of every event. */
const envelopeAttributes = new Set([
  'specversion',
  'id',
  'source',
  'type',
  'subject',
  'time',
  'data',
  'recordedtime',
  // Can only be application/json. In binary mode every request has it as a header, in structured mode few events do.
  'datacontenttype',
]);

/**
 * Collects validated events into an `EventBatch`: splits off personal fields and makes the canonical forms.
 * Groups must be given in ascending order. `take` empties the builder, so that one can be reused.
 * @example
 * const builder = new EventBatchBuilder();
 * builder.add(0, event);
 * await session.append(builder.take({ firstGroup: 0, groupCount: 1 })); // ['accepted']
 */
export class EventBatchBuilder {
  private columns = emptyColumns();

  /** Number of events collected so far. */
  get count(): number {
    return this.columns.group.length;
  }

  /**
   * @param group row or item that the event comes from
   * @param event a valid event
   * @param options.sorted whether every object of the event has its keys in the order of RFC 8785 already, which makes
   *   its plain JSON the canonical form; the compiled maps of `connectors` promise that
   */
  add(group: number, event: LeadEvent, options: { readonly sorted?: boolean } = {}): void {
    const write = options.sorted === true ? JSON.stringify : canonicalJson;
    const { data, personal } = splitPersonal(event);
    const timeMs = parseInstant(event.time);
    const further = furtherAttributes(event);
    const rank = eventRank(event.type);
    const payload = foldPayload(rank, data, personal);
    this.push(group, rank, {
      type: event.type,
      timeMs,
      source: event.source,
      id: event.id,
      subject: event.subject,
      data: write(data),
      personal: personal === null ? null : write(personal),
      payload: payload === null ? null : write(payload),
    });
    this.columns.attributes.push(attributesText(further, isPlainUtc(event.time, timeMs) ? null : event.time));
  }

  /**
   * Adds an event whose texts are made already: the same as `add` of that event, in less time.
   * @param group row or item that the event comes from
   * @param event what a compiled map has written
   */
  addWritten(group: number, event: WrittenEvent): void {
    this.push(group, eventRank(event.type), event);
    this.columns.attributes.push(null);
  }

  private push(group: number, rank: number, event: WrittenEvent): void {
    const to = this.columns;
    to.group.push(group);
    to.type.push(rank);
    to.timeMs.push(event.timeMs);
    to.source.push(event.source);
    to.id.push(event.id);
    to.subject.push(event.subject);
    to.data.push(event.data);
    to.personal.push(event.personal);
    to.payloads.push(event.payload);
  }

  /** The collected events as a batch of the given rows. */
  take({ firstGroup, groupCount }: { readonly firstGroup: number; readonly groupCount: number }): EventBatch {
    const { group, type, timeMs, payloads, ...columns } = this.columns;
    this.columns = emptyColumns();
    return packEvents({
      ...columns,
      ...payloads.take(),
      count: group.length,
      firstGroup,
      groupCount,
      group: new Int32Array(group),
      type: new Uint8Array(type),
      timeMs: new Float64Array(timeMs),
    });
  }
}

function emptyColumns() {
  return {
    group: [] as number[],
    type: [] as number[],
    timeMs: [] as number[],
    source: [] as string[],
    id: [] as string[],
    subject: [] as string[],
    data: [] as string[],
    personal: [] as (string | null)[],
    attributes: [] as (string | null)[],
    payloads: new PayloadTexts(),
  };
}

/** Attributes beside the required ones; `null` where there are none. */
function furtherAttributes(event: LeadEvent): Record<string, unknown> | null {
  let kept: Record<string, unknown> | null = null;
  for (const name in event) {
    if (envelopeAttributes.has(name)) continue;
    kept ??= {};
    kept[name] = event[name as keyof LeadEvent];
  }
  return kept;
}

function attributesText(further: Readonly<Record<string, unknown>> | null, time: string | null): string | null {
  if (further === null && time === null) return null;
  return canonicalJson(time === null ? further : { ...further, time });
}

/** Whether the text can be made again from the instant: `…Z`, with milliseconds only where they are not zero. */
function isPlainUtc(time: string, timeMs: number): boolean {
  if (time.charCodeAt(time.length - 1) !== 90) return false;
  return time.length === 20 ? timeMs % 1000 === 0 : time.length === 24 && timeMs % 1000 !== 0;
}

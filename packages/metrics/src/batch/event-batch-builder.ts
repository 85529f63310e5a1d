import { canonicalJson, type EventType, eventRank, type LeadEvent, parseInstant, splitPersonal } from '@sameteam/model';
import { foldPaths } from '../facts/fold-fields.ts';
import { type Said, said } from '../facts/promoted.ts';
import type { EventBatch } from './event-batch.ts';
import { FoldTexts } from './fold-texts.ts';
import { packEvents } from './pack-events.ts';

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
  /**
   * The texts at the paths that folds read of this type, see `foldPaths`; `null` where the event says that there is none,
   * `undefined` where it is silent.
   */
  readonly values: readonly Said[];
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
    const dataText = write(data);
    const timeMs = parseInstant(event.time);
    const further = furtherAttributes(event);
    const rank = eventRank(event.type);
    const paths = foldPaths(rank);
    const place = this.push(group, rank, {
      type: event.type,
      timeMs,
      source: event.source,
      id: event.id,
      subject: event.subject,
      data: dataText,
      personal: personal === null ? null : write(personal),
    });
    for (let field = 0; field < paths.length; field++)
      this.columns.texts.say(place, field, said(event.data, paths[field] as readonly string[]));
    this.columns.attributes.push(attributesText(further, isPlainUtc(event.time, timeMs) ? null : event.time));
  }

  /**
   * Adds an event whose texts are made already: the same as `add` of that event, in less time.
   * @param group row or item that the event comes from
   * @param event what a compiled map has written
   */
  addWritten(group: number, event: WrittenEvent): void {
    const place = this.push(group, eventRank(event.type), event);
    for (let field = 0; field < event.values.length; field++) this.columns.texts.say(place, field, event.values[field]);
    this.columns.attributes.push(null);
  }

  /** Appends an event; answers its place in the batch. */
  private push(group: number, rank: number, event: Omit<WrittenEvent, 'values'>): number {
    const to = this.columns;
    to.group.push(group);
    to.type.push(rank);
    to.timeMs.push(event.timeMs);
    to.source.push(event.source);
    to.id.push(event.id);
    to.subject.push(event.subject);
    to.data.push(event.data);
    to.personal.push(event.personal);
    return to.group.length - 1;
  }

  /** The collected events as a batch of the given rows. */
  take({ firstGroup, groupCount }: { readonly firstGroup: number; readonly groupCount: number }): EventBatch {
    const { group, type, timeMs, texts, ...columns } = this.columns;
    this.columns = emptyColumns();
    return packEvents({
      ...columns,
      ...texts.of(group.length),
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
    texts: new FoldTexts(),
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

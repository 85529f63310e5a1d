import { canonicalJson, eventRank, type LeadEvent, parseInstant, splitPersonal } from '@sameteam/model';
import { contentDigest, digestBytes, type Hash } from './content-digest.ts';
import type { EventBatch } from './event-batch.ts';

/** What a builder needs of its platform. */
export interface EventBatchPlatform {
  readonly hash: Hash;
  /** A fresh secret in hex, at least 128 bits. */
  readonly secret: () => string;
}

const envelopeAttributes = new Set(['specversion', 'id', 'source', 'type', 'subject', 'time', 'data', 'recordedtime']);

/**
 * Collects validated events into an `EventBatch`: splits off personal fields, makes the canonical forms and digests.
 * Groups must be given in ascending order. `take` empties the builder, so that one can be reused.
 * @example
 * const builder = new EventBatchBuilder({ hash, secret });
 * builder.add(0, event);
 * await session.append(builder.take({ firstGroup: 0, groupCount: 1 }));
 */
export class EventBatchBuilder {
  private readonly platform: EventBatchPlatform;
  private columns = emptyColumns();

  constructor(platform: EventBatchPlatform) {
    this.platform = platform;
  }

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
    const write = options.sorted ? JSON.stringify : canonicalJson;
    const { data, personal } = splitPersonal(event);
    const timeMs = parseInstant(event.time);
    const canonical = write(event.recordedtime === undefined ? event : { ...event, recordedtime: undefined });
    const secret = personal === null ? null : this.platform.secret();
    const to = this.columns;
    if (to.group.length === to.digests.length / digestBytes) to.digests = larger(to.digests);
    const digest = contentDigest(canonical, { hash: this.platform.hash, secret });
    const at = to.group.length * digestBytes;
    for (let byte = 0; byte < digestBytes; byte++) to.digests[at + byte] = digest[byte] as number;
    to.group.push(group);
    to.type.push(eventRank(event.type));
    to.timeMs.push(timeMs);
    to.source.push(event.source);
    to.id.push(event.id);
    to.subject.push(event.subject);
    to.data.push(write(data));
    to.personal.push(personal === null ? null : write(personal));
    to.attributes.push(furtherAttributes(event, timeMs));
    to.secret.push(secret);
    to.canonical.push(personal === null ? null : canonical);
  }

  /** The collected events as a batch of the given rows. */
  take({ firstGroup, groupCount }: { readonly firstGroup: number; readonly groupCount: number }): EventBatch {
    const { digests, group, type, timeMs, ...texts } = this.columns;
    this.columns = emptyColumns();
    return {
      ...texts,
      count: group.length,
      firstGroup,
      groupCount,
      group: Int32Array.from(group),
      type: Uint8Array.from(type),
      timeMs: Float64Array.from(timeMs),
      digest: digests.slice(0, group.length * digestBytes),
    };
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
    digests: new Uint8Array(256 * digestBytes),
    secret: [] as (string | null)[],
    canonical: [] as (string | null)[],
  };
}

function larger(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(bytes.length * 2);
  grown.set(bytes);
  return grown;
}

function furtherAttributes(event: LeadEvent, timeMs: number): string | null {
  let kept: Record<string, unknown> | null = null;
  for (const name in event) {
    if (!envelopeAttributes.has(name)) {
      kept ??= {};
      kept[name] = event[name as keyof LeadEvent];
    }
  }
  if (!isPlainUtc(event.time, timeMs)) {
    kept ??= {};
    kept.time = event.time;
  }
  return kept === null ? null : canonicalJson(kept);
}

/** Whether the text can be made again from the instant: `…Z`, with milliseconds only where they are not zero. */
function isPlainUtc(time: string, timeMs: number): boolean {
  if (time.charCodeAt(time.length - 1) !== 90) return false;
  return time.length === 20 ? timeMs % 1000 === 0 : time.length === 24 && timeMs % 1000 !== 0;
}

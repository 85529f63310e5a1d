import { erasedRank } from '../batch/erasures.ts';
import type { EventColumns } from '../batch/event-batch.ts';
import type { EventContent } from '../batch/judge-batch.ts';
import { Dictionary } from '../facts/columns/dictionary.ts';
import { growingFloat64, growingInt32, growingUint8 } from '../facts/columns/growing.ts';
import { isOpportunityRank } from '../facts/lead/ranks.ts';
import { leadEventRanks } from '../facts/lead-fold.ts';
import { foldRanks } from '../facts/promoted.ts';
import { LogLinks } from './log-links.ts';
import { ReadEvents } from './read-events.ts';
import { TextList } from './text-list.ts';

/** 1 for a rank of an event of a lead: asked for every event of the log. */
const leadEvents = Uint8Array.from({ length: 256 }, (_, rank) => (leadEventRanks.includes(rank) ? 1 : 0));

/** The log of the memory engine: one column for each part of an event, an event by its position. */
export class MemoryLog {
  readonly type = growingUint8();
  readonly timeMs = growingFloat64();
  readonly subject = growingInt32();
  readonly source = growingInt32();
  /** Position of the import in the registry. */
  readonly importNumber = growingInt32();
  /** Code of the payload of an event in `payloads`, see `foldPayload`; 0 where folds read nothing of it. */
  readonly payload = growingInt32();
  readonly payloads = new Dictionary();
  readonly id = new TextList();
  readonly data = new TextList();
  readonly subjects = new Dictionary();
  readonly sources = new Dictionary();
  readonly values = new Dictionary();
  /** Events that the quick fold of leads visits. */
  readonly read = new ReadEvents(this.values);
  /** Subjects of events of leads, each once, in the order of arrival. */
  readonly leads = growingInt32();
  readonly links = new LogLinks();
  /** Events that take something back, join or part records: few, read in full. */
  readonly rulings: { readonly event: number; readonly data: Readonly<Record<string, unknown>> }[] = [];
  /** Events that say that somebody's personal data was removed. */
  readonly erasures: number[] = [];

  /** 1 for a subject in `leads`. */
  private readonly isLead = growingUint8();
  private batchTerms: readonly string[] = [];
  private batchCodes = new Int32Array(0);

  /** Earliest and latest time of an event, UTC milliseconds; infinities the wrong way round while there is none. */
  firstMs = Number.POSITIVE_INFINITY;
  lastMs = Number.NEGATIVE_INFINITY;

  get length(): number {
    return this.type.length;
  }

  /** What an event says, as far as the log keeps it. */
  contentAt(event: number): Pick<EventContent, 'type' | 'timeMs' | 'subject' | 'data'> {
    return {
      type: this.type.at(event),
      timeMs: this.timeMs.at(event),
      subject: this.subjects.text(this.subject.at(event)) as string,
      data: this.data.text(event),
    };
  }

  /** Appends one event of a batch. */
  append(
    batch: Pick<EventColumns, 'type' | 'timeMs' | 'subject' | 'source' | 'id' | 'data' | 'terms' | 'says'>,
    index: number,
    importNumber: number,
  ): number {
    const event = this.length;
    const type = batch.type[index] as number;
    const subject = this.subjects.code(batch.subject[index] as string);
    this.type.push(type);
    const timeMs = batch.timeMs[index] as number;
    this.timeMs.push(timeMs);
    if (timeMs < this.firstMs) this.firstMs = timeMs;
    if (timeMs > this.lastMs) this.lastMs = timeMs;
    this.subject.push(subject);
    this.source.push(this.sources.code(batch.source[index] as string));
    this.importNumber.push(importNumber);
    const text = batch.data[index] as string;
    const says = batch.says[index] as number;
    this.payload.push(says < 0 ? 0 : (this.payloadCodes(batch.terms)[says] as number));
    this.id.push(batch.id[index] as string);
    this.data.push(text);
    this.read.note(event, type, text);
    this.note(event, type, subject, text);
    return event;
  }

  /** Codes of the payloads of a batch, looked up once for all of its events. */
  private payloadCodes(terms: readonly string[]): Int32Array {
    if (this.batchTerms !== terms) {
      this.batchTerms = terms;
      this.batchCodes = Int32Array.from(terms, (term) => this.payloads.code(term));
    }
    return this.batchCodes;
  }

  private note(event: number, type: number, subject: number, text: string): void {
    if (isLeadEvent(type)) this.noteLead(subject);
    if (isOpportunityRank(type)) this.noteNamedLeads(event, subject, JSON.parse(text));
    else if (type === foldRanks.converted) this.noteConversion(event, subject, JSON.parse(text));
    else if (type === erasedRank) this.erasures.push(event);
    if (rulingRanks.has(type)) this.rulings.push({ event, data: JSON.parse(text) });
  }

  private noteLead(subject: number): void {
    while (this.isLead.length <= subject) this.isLead.push(0);
    if (this.isLead.at(subject) === 1) return;
    this.isLead.set(subject, 1);
    this.leads.push(subject);
  }

  private noteNamedLeads(event: number, opportunity: number, data: Readonly<Record<string, unknown>>): void {
    const named = Array.isArray(data.leads) ? data.leads : [];
    for (const lead of [...named, data.lead])
      if (typeof lead === 'string') this.links.push(event, { opportunity, lead: this.subjects.code(lead) });
  }

  private noteConversion(event: number, lead: number, data: Readonly<Record<string, unknown>>): void {
    if (typeof data.opportunity !== 'string') return;
    this.links.push(event, { opportunity: this.subjects.code(data.opportunity), lead });
  }
}

const rulingRanks: ReadonlySet<number> = new Set([
  foldRanks.reset,
  foldRanks.linked,
  foldRanks.unlinked,
  foldRanks.retracted,
]);

/** Whether a rank is that of an event of a lead. */
export function isLeadEvent(rank: number): boolean {
  return leadEvents[rank] === 1;
}

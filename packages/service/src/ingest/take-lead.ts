import { type EarlierLead, type FieldIssue, type ItemIssue, type LeadAnswer, routes } from '@sameteam/api';
import type { FlatLeadReading } from '@sameteam/connectors/flat';
import type { StoredEvent } from '@sameteam/metrics';
import type { CheckedItem } from './checked-item.ts';
import type { IngestWork } from './ingest-work.ts';
import { jsonExcerpt } from './json-excerpt.ts';
import { leadSentence } from './lead-sentence.ts';
import { type LeadReadOptions, readLead, refusedLead } from './read-lead.ts';
import { type LeadStore, storeLead } from './store-lead.ts';

/** What flat leads are taken with, beside what all items are. */
export interface LeadWork extends IngestWork, LeadStore {
  readonly reading: Omit<LeadReadOptions, 'nowMs'>;
}

const route = routes.addLead.path;

/** Makes an event of a flat lead, stores it, and says what became of it. */
export async function takeLead(work: LeadWork, fields: unknown): Promise<LeadAnswer> {
  const receivedMs = work.clock();
  const read = await readLead(fields, { ...work.reading, nowMs: receivedMs });
  return read.success ? takeRead(work, { fields, receivedMs, read }) : refuse(work, { fields, receivedMs, read });
}

interface Taken<Success extends boolean> {
  readonly fields: unknown;
  readonly receivedMs: number;
  readonly read: Extract<FlatLeadReading, { readonly success: Success }>;
}

async function takeRead(work: LeadWork, { fields, receivedMs, read }: Taken<true>): Promise<LeadAnswer> {
  const raw = () => jsonExcerpt(fields);
  const { verdict, issues, isErased, earlier } = await storeLead(work, {
    event: read.event,
    timeGiven: read.timeGiven,
    raw,
  });
  const { id, source, subject } = read.event;
  const isTaken = verdict === 'accepted' || verdict === 'duplicate';
  work.arrived({
    ...{ route, index: 0, source, id, subject, issues, receivedMs, event: read.event },
    verdict: isTaken ? verdict : 'quarantined',
    raw: isErased ? () => '' : raw,
  });
  const before = earlier === null ? null : earlierLead(earlier);
  const answer = {
    verdict: isTaken ? verdict : ('refused' as const),
    id,
    lead: subject,
    earlier: before,
    issues: issues.map((issue) => fieldIssue(issue, id, before)),
    hints: read.hints,
  };
  return { ...answer, message: leadSentence(answer) };
}

async function refuse(work: LeadWork, { fields, receivedMs, read }: Taken<false>): Promise<LeadAnswer> {
  const raw = () => jsonExcerpt(fields);
  const issues = read.issues.map(itemIssue);
  const { source, subjects, event } = refusedLead(fields, { sender: work.reading.sender, id: read.id });
  const item: CheckedItem = { value: fields, raw, index: 0, event: null, issues, subjects };
  const { items } = await work.store({ route, items: [item] });
  work.arrived({
    ...{ route, index: 0, source, id: read.id, subject: null, issues, receivedMs, event },
    verdict: 'quarantined',
    raw: items[0]?.isErased === true ? () => '' : raw,
  });
  const { id, hints } = read;
  const answer = { verdict: 'refused', id, lead: null, earlier: null, issues: read.issues, hints } as const;
  return { ...answer, message: leadSentence(answer) };
}

function earlierLead({ id, subject, recordedMs }: StoredEvent): EarlierLead {
  return { id, lead: subject, recordedAt: new Date(recordedMs).toISOString() };
}

function itemIssue({ field, ...issue }: FieldIssue): ItemIssue {
  return { ...issue, pointer: field === '' ? '' : `/${field.replaceAll('~', '~0').replaceAll('/', '~1')}` };
}

/** What the store says of an event, in the words of the sender, who knows of fields. */
function fieldIssue({ pointer: _, ...issue }: ItemIssue, id: string, earlier: EarlierLead | null): FieldIssue {
  if (issue.code !== 'conflict') return { ...issue, field: '' };
  const message =
    earlier === null
      ? `The id ${JSON.stringify(id)} came before and was taken back. Send the lead under an id that was not used.`
      : `The id ${JSON.stringify(id)} came before, on ${earlier.recordedAt}, with other values, and that lead stands. Send a new lead under an id of its own, or exactly the same one again.`;
  return { ...issue, field: 'id', found: JSON.stringify(id), message };
}

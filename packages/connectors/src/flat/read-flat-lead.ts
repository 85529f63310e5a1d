import { type EventOf, limits, parseInstant, validateEvent } from '@sameteam/model';
import { eventFieldIssues } from './event-field-issues.ts';
import { describeSaid, type FieldIssue, fieldIssue } from './field-issue.ts';
import { leadAttributes, leadCompany } from './lead-company.ts';
import { leadConsent } from './lead-consent.ts';
import { leadContact } from './lead-contact.ts';
import { leadIdentity, saidText } from './lead-identity.ts';
import { type LeadReader, leadReader } from './lead-reader.ts';
import { plainInstant } from './plain-instant.ts';
import { presentFields } from './present-fields.ts';
import { type Remarks, type SaidFields, saidFields } from './said-fields.ts';

/** What is known of a flat lead beside its fields. */
export interface FlatLeadOptions {
  /** Name of the vendor where the lead names none: up to 64 letters, digits, dots, underscores and hyphens. */
  readonly sender: string;
  /** The receiver's clock, in UTC milliseconds: the time of a lead that names none; no lead may lie 5 minutes after it. */
  readonly nowMs: number;
  /**
   * Makes the id of a lead that has none from what it says: a keyed digest as text of up to 100 characters, since mail
   * addresses must not be guessed from ids.
   */
  readonly secretId: (said: string) => string;
  /** ISO 3166-1 alpha-2 of the country whose phone numbers need no country code, where the lead names none. */
  readonly defaultCountry?: string | undefined;
}

/** What became of a flat lead: an event that `validateEvent` takes, or why there is none. */
export type FlatLeadReading =
  | {
      readonly success: true;
      readonly event: EventOf<'lead.captured'>;
      /** The sender's own id, or the one that was made for it. */
      readonly id: string;
      /** Whether the sender gave the id. */
      readonly idGiven: boolean;
      /** Whether the sender gave the time; without it the same lead sent again differs in nothing else. */
      readonly timeGiven: boolean;
      /** What was taken and could be better. */
      readonly hints: readonly FieldIssue[];
    }
  | {
      readonly success: false;
      readonly issues: readonly FieldIssue[];
      /** The sender's own id; `null` where none could be read, or none that can be kept. */
      readonly id: string | null;
      readonly hints: readonly FieldIssue[];
    };

/**
 * Reads a flat lead as a vendor, a web form or `curl` sends it, and makes one `lead.captured` of it. Its fields are
 * {@link flatLeadFields}; it needs an e-mail or a phone number. Values are normalised: mail address, phone number, country,
 * names, domain of the company. The event has the source `/leads/<vendor>`, the id of the sender, and the subject
 * `lead/<vendor>:<id>`. Never throws. O(size); texts beyond 10,000 characters are refused unread.
 * @param fields an object of plain values, as JSON.parse or a form makes it; it is not changed
 * @returns the event, or up to 20 issues, each with the field, a code, and what to do
 * @example
 * const read = readFlatLead(
 *   { email: 'Ann@ACME.example', source: 'webinar' },
 *   { sender: 'webinar-co', nowMs: Date.UTC(2026, 9, 1), secretId: () => 'b1946ac9' },
 * );
 * read.success && read.event.subject // 'lead/webinar-co:b1946ac9'
 */
export function readFlatLead(fields: unknown, options: FlatLeadOptions): FlatLeadReading {
  const remarks: Remarks = { issues: [], hints: [] };
  try {
    if (isFields(fields)) return readLead(saidFields(fields, remarks), remarks, options);
    const found = describeSaid(fields, false);
    remarks.issues.push(fieldIssue({ field: '', code: 'not-an-object', found, expected: 'an object of plain fields' }));
  } catch (cause) {
    const found = describeSaid(cause instanceof Error ? cause.message : 'a field throws', false);
    remarks.issues.push(fieldIssue({ field: '', code: 'unreadable', found, expected: 'plain data' }));
  }
  return { success: false, id: null, ...remarks };
}

function readLead(said: SaidFields, remarks: Remarks, options: FlatLeadOptions): FlatLeadReading {
  const { issues, hints } = remarks;
  const reader = leadReader(said, remarks);
  const { vendor, ownId } = leadIdentity(reader, options.sender, options.defaultCountry);
  const { contact, email } = leadContact(reader, options.defaultCountry);
  const company = leadCompany(reader, email);
  const data = {
    ...presentFields({
      contact,
      company,
      source: leadSource(reader),
      product: reader.line('product'),
      attributes: leadAttributes(reader, company),
      consent: leadConsent(reader),
    }),
    ...(ownId !== null && { ids: [{ system: vendor, kind: 'lead', id: ownId }] }),
  };
  // A lead that is refused anyway is checked to the end, so that its sender learns everything at once.
  const id = ownId ?? (issues.length === 0 ? options.secretId(saidText(reader, vendor)) : 'none');
  const time = reader.text('time');
  const result = validateEvent(
    {
      specversion: '1.0',
      id,
      source: `/leads/${vendor}`,
      type: 'lead.captured',
      subject: `lead/${vendor}:${id}`,
      time: time ?? plainInstant(options.nowMs),
      data,
    },
    { nowMs: options.nowMs },
  );
  if (!result.success) addIssues(issues, eventFieldIssues(result.issues, said));
  if (!result.success || issues.length > 0) return { success: false, issues, id: ownId, hints };
  const sent = result.event as EventOf<'lead.captured'>;
  // However it was written: a lead sent again may write the same time in another zone.
  const event = { ...sent, time: plainInstant(parseInstant(sent.time)) };
  return { success: true, event, id, idGiven: ownId !== null, timeGiven: time !== undefined, hints };
}

/** One issue a field, up to the limit. */
function addIssues(issues: FieldIssue[], more: readonly FieldIssue[]): void {
  const told = new Set(issues.map(({ field }) => field));
  issues.push(...more.filter(({ field }) => !told.has(field)).slice(0, limits.issues - issues.length));
}

/** Reads where the lead came from. */
function leadSource(reader: LeadReader): object | undefined {
  return presentFields({
    channel: reader.line('source'),
    medium: reader.line('medium'),
    campaign: reader.line('campaign'),
    landingPage: reader.text('landing_page'),
    referrer: reader.text('referrer'),
    motion: reader.text('motion')?.toLowerCase(),
  });
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

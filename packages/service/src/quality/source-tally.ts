import type { ContactQuality, FieldCompleteness, SourceQuality } from '@sameteam/api';
import { normalizeEmail, normalizePhone } from '@sameteam/model/normalize';
import { createAgeHistogram } from './age-histogram.ts';
import { contactPoints } from './contact-points.ts';
import type { RequiredField } from './required-fields.ts';
import { saidAt } from './said-at.ts';

/** An item that arrived, for the tally. */
export interface TalliedItem {
  /** `source` of the event; `null` where it could not be read. */
  readonly source: string | null;
  /** The event as it was sent, sound or not. */
  readonly event: unknown;
  readonly issues: readonly { readonly code: string }[];
  readonly verdict: 'accepted' | 'duplicate' | 'quarantined';
  /** When it arrived, UTC milliseconds. */
  readonly receivedMs: number;
}

/** Codes that are told apart in one source: more than there are. */
const mostCodes = 200;

/** Counts what one source sends. */
export interface SourceTally {
  add(item: TalliedItem): void;
  report(source: string | null, kind: SourceQuality['kind']): SourceQuality;
}

/**
 * Counts what one source sends, in memory that does not grow with it.
 * @param options.fields what completeness is measured by
 * @param options.freshSinceMs events that happened before count in no age
 */
export function createSourceTally({
  fields,
  freshSinceMs,
}: {
  readonly fields: readonly RequiredField[];
  readonly freshSinceMs: number;
}): SourceTally {
  const counts = { received: 0, accepted: 0, duplicates: 0, quarantined: 0, leads: 0 };
  const emails = { given: 0, invalid: 0 };
  const phones = { given: 0, invalid: 0 };
  const codes = new Map<string, number>();
  const ages = createAgeHistogram();
  const present = new Map<string, number>();

  function addContact(event: unknown): void {
    const { email, phone, country } = contactPoints(event);
    if (email !== null) {
      emails.given += 1;
      if (!normalizeEmail(email).success) emails.invalid += 1;
    }
    if (phone !== null) {
      phones.given += 1;
      if (!normalizePhone(phone, { defaultCountry: country ?? undefined }).success) phones.invalid += 1;
    }
  }

  function addAccepted(event: unknown, receivedMs: number): void {
    const time = saidAt(event, ['time']);
    const timeMs = typeof time === 'string' ? Date.parse(time) : Number.NaN;
    if (timeMs >= freshSinceMs) ages.add(Math.max(0, receivedMs - timeMs) / 1000);
    if (saidAt(event, ['type']) !== 'lead.captured') return;
    counts.leads += 1;
    for (const { field, path } of fields) {
      const said = saidAt(event, path);
      if (said !== undefined && said !== null) present.set(field, (present.get(field) ?? 0) + 1);
    }
  }

  function addCodes(issues: TalliedItem['issues']): void {
    for (const code of new Set(issues.map((issue) => issue.code))) {
      if (codes.has(code) || codes.size < mostCodes) codes.set(code, (codes.get(code) ?? 0) + 1);
    }
  }

  return {
    add({ event, issues, verdict, receivedMs }) {
      counts.received += 1;
      counts[verdict === 'duplicate' ? 'duplicates' : verdict] += 1;
      if (verdict === 'duplicate') return;
      addContact(event);
      if (verdict === 'accepted') addAccepted(event, receivedMs);
      addCodes(issues);
    },
    report: (source, kind) => ({
      source,
      kind,
      ...counts,
      complete: fields.map(({ field }) => completeness(field, present.get(field) ?? 0, counts.leads)),
      emails: contactQuality(emails),
      phones: contactQuality(phones),
      ageSeconds: ages.report(),
      codes: Array.from(codes, ([code, count]) => ({ code, count })).sort(
        (a, b) => b.count - a.count || (a.code < b.code ? -1 : 1),
      ),
    }),
  };
}

function completeness(field: string, present: number, of: number): FieldCompleteness {
  return { field, present, of, share: share(present, of) };
}

function contactQuality({ given, invalid }: { readonly given: number; readonly invalid: number }): ContactQuality {
  return { given, invalid, share: share(invalid, given) };
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

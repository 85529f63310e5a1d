import type { EventType } from '@sameteam/model';
import type { Agreement } from '../agreement.ts';
import type { Condition, FieldCondition } from '../condition/condition.ts';
import type { FieldValue } from '../condition/condition-context.ts';
import { groupBy } from '../group-by.ts';
import { minorDigits } from '../money/minor-digits.ts';
import { builtinLists } from '../vocabulary/builtin-lists.ts';
import type { ConditionField } from '../vocabulary/fields.ts';
import {
  type CompanyState,
  type ConsentStatus,
  companyStates,
  type MeetingStatus,
  meetingStatuses,
} from '../vocabulary/states.ts';
import { fieldValues } from './field-values.ts';
import { freshName } from './fresh-name.ts';

interface Kinds {
  readonly field: { readonly about: { readonly field: ConditionField }; readonly value: FieldValue };
  /** Whether a text is an entry of a list that is kept in a file: no, yes. */
  readonly entry: { readonly about: { readonly list: string; readonly text: string }; readonly value: boolean };
  readonly answer: { readonly about: { readonly question: string }; readonly value: string | null };
  readonly consent: {
    readonly about: { readonly purpose: string; readonly channel: string | null };
    readonly value: ConsentStatus | null;
  };
  readonly company: { readonly about: { readonly state: CompanyState }; readonly value: boolean };
  readonly meeting: { readonly about: { readonly status: MeetingStatus }; readonly value: boolean };
  /** Whole days since the last event of a type; `null` for never. */
  readonly since: { readonly about: { readonly event: EventType }; readonly value: number | null };
}

/** A kind of variable. */
export type VariableKind = keyof Kinds;

/** What a variable of a kind can be. */
export type ValueOf<K extends VariableKind> = Kinds[K]['value'];

/** A variable of a kind: what it is about, and the values that make a difference. */
export type VariableOf<K extends VariableKind> = Kinds[K]['about'] & {
  readonly kind: K;
  readonly values: readonly ValueOf<K>[];
};

/** Something about a lead that can be one way or another; its value is an index. */
export type LeadVariable = { [K in VariableKind]: VariableOf<K> }[VariableKind];

const either = [false, true] as const;

/**
 * What the parts of conditions ask of a lead, beside what it did, each with the values that can make a difference.
 * The number of a variable is its index plus 1.
 */
export function leadVariables(agreement: Agreement, parts: readonly Condition[]): readonly LeadVariable[] {
  return [
    ...companyStates
      .filter((state) => parts.some((part) => 'company' in part && part.company.includes(state)))
      .map((state): LeadVariable => ({ kind: 'company', state, values: either })),
    ...fieldVariables(agreement, parts),
    ...consentVariables(parts),
    ...answerVariables(agreement, parts),
    ...sinceVariables(parts),
  ];
}

function fieldVariables(agreement: Agreement, parts: readonly Condition[]): readonly LeadVariable[] {
  const tests = groupBy(
    parts.filter((part): part is FieldCondition => 'field' in part),
    ({ field }) => field,
  );
  const named = [...tests].map(([field, asked]) => ({
    field,
    asked,
    texts: new Set(asked.flatMap((test) => ('is' in test ? [test.is] : 'in' in test ? test.in : []))),
    files: new Set(asked.flatMap((test) => ('inList' in test && isFile(agreement, test.inList) ? [test.inList] : []))),
  }));
  const known = Object.fromEntries(
    Object.entries(agreement.lists).flatMap(([name, list]) =>
      list === 'builtin' ? [[name, new Set(builtinLists[name])]] : [],
    ),
  );
  const taken = new Set([
    ...named.flatMap(({ texts }) => [...texts].filter((text) => typeof text === 'string')),
    ...Object.values(builtinLists).flat(),
  ]);
  return named.flatMap(({ field, asked, files }): readonly LeadVariable[] => {
    const sharing = named.filter((other) => other.field !== field && [...files].some((file) => other.files.has(file)));
    const inKnown = (text: string) =>
      sharing.some((other) => other.asked.some((test) => 'inList' in test && known[test.inList]?.has(text) === true));
    const fresh = freshName(`other ${field.slice(field.lastIndexOf('.') + 1)}`, taken);
    const isShared = (text: string) => sharing.some(({ texts }) => texts.has(text)) || inKnown(text);
    const make = () =>
      fieldValues(field, asked, { fresh, minorDigits: minorDigits(agreement.currency), known, isShared });
    const values = sharing.length > 0 ? make() : keptValues(agreement, JSON.stringify([field, asked, fresh]), make);
    // Two fields end alike (contact.country, company.country), but their texts nobody names must differ on lists.
    for (const value of values) if (typeof value === 'string') taken.add(value);
    const texts = values.filter((value) => typeof value === 'string');
    return [
      { kind: 'field', field, values },
      ...[...files].flatMap((list) =>
        texts.map((text): LeadVariable => ({ kind: 'entry', list, text, values: either })),
      ),
    ];
  });
}

const kept = new WeakMap<Agreement, Map<string, readonly FieldValue[]>>();

/** The values for tests that were asked of the same agreement before: a search for leads is one of many. */
function keptValues(agreement: Agreement, tests: string, make: () => readonly FieldValue[]): readonly FieldValue[] {
  const own = kept.get(agreement) ?? new Map<string, readonly FieldValue[]>();
  kept.set(agreement, own);
  const key = JSON.stringify([agreement.currency, agreement.lists, tests]);
  const values = own.get(key) ?? make();
  own.set(key, values);
  return values;
}

/** Whether a list is declared, and kept in a file that may have any entry. */
export function isFile({ lists }: Pick<Agreement, 'lists'>, name: string): boolean {
  return Object.hasOwn(lists, name) && lists[name] !== 'builtin';
}

// Of a purpose and channel that a condition names, one thing was said last. Of those that none names there are as
// many as there are things to say.
function consentVariables(parts: readonly Condition[]): readonly LeadVariable[] {
  const tests = parts.flatMap((part) => ('consent' in part ? [part.consent] : []));
  const statuses = [...new Set(tests.map(({ status }) => status))];
  const purposes = new Set(tests.flatMap(({ purpose }) => purpose ?? []));
  const channels = new Set(tests.flatMap(({ channel }) => channel ?? []));
  if (tests.length === 0) return [];
  const variable = (purpose: string, channel: string | null, values: readonly ConsentStatus[]): LeadVariable => ({
    kind: 'consent',
    purpose,
    channel,
    values: [null, ...values],
  });
  const other = (status: ConsentStatus, known: ReadonlySet<string>) => freshName(`${status} other`, known);
  return [
    ...[...purposes].flatMap((purpose) => [null, ...channels].map((channel) => variable(purpose, channel, statuses))),
    ...statuses.flatMap((status) => [
      ...[...purposes].map((purpose) => variable(purpose, other(status, channels), [status])),
      ...[null, ...channels, other(status, channels)].map((channel) =>
        variable(other(status, purposes), channel, [status]),
      ),
    ]),
  ];
}

function answerVariables(agreement: Agreement, parts: readonly Condition[]): readonly LeadVariable[] {
  const asked = new Set(parts.flatMap((part) => ('answer' in part ? Object.keys(part.answer) : [])));
  const scored = parts.some((part) => 'engagement' in part && 'atLeast' in part.engagement);
  return agreement.questions.flatMap(({ id, answers }): readonly LeadVariable[] => {
    const counts = scored && Object.values(answers).some((points) => points !== 0);
    if (!counts && !asked.has(id)) return [];
    return [{ kind: 'answer', question: id, values: [null, ...Object.keys(answers)] }];
  });
}

function sinceVariables(parts: readonly Condition[]): readonly LeadVariable[] {
  const tests = groupBy(
    parts.flatMap((part) => ('daysSince' in part ? [part.daysSince] : [])),
    ({ event }) => event,
  );
  const meetings = parts.flatMap((part) => ('meeting' in part ? part.meeting : []));
  const asked = meetingStatuses.filter((status) => tests.has('meeting.changed') || meetings.includes(status));
  return [
    ...asked.map((status): LeadVariable => ({ kind: 'meeting', status, values: either })),
    ...[...tests]
      .filter(([event]) => event !== 'lead.engaged')
      .map(([event, bounds]): LeadVariable => {
        const days = bounds.flatMap(({ atLeast = 0, atMost = -1 }) => [atLeast, atMost + 1]);
        return { kind: 'since', event, values: [null, ...[...new Set([0, ...days])].sort((a, b) => a - b)] };
      }),
  ];
}

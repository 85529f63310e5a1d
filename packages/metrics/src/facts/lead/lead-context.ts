import type {
  CompanyState,
  ConditionContext,
  ContextConsent,
  ContextEngagement,
  FieldValue,
  MeetingStatus,
} from '@sameteam/agreement';
import { type EventType, eventTypes, type Money } from '@sameteam/model';
import type { FactRules, SegmentRules } from '../rules/fact-rules.ts';
import { wholeUnits } from '../rules/whole-units.ts';
import type { StoryEvent } from '../story/story.ts';
import { KnownCompany } from './known-company.ts';
import { KnownConsents } from './known-consents.ts';
import { KnownFacts } from './known-facts.ts';
import type { LeadScope } from './lead-scope.ts';
import type { LeadState } from './lead-states.ts';
import { MeetingList } from './meeting-list.ts';
import { isOpportunityRank, ranks } from './ranks.ts';

/** Fields of an opportunity with their addresses. */
const dealFields = [
  ['closeDate', 'opportunity.closeDate'],
  ['owner', 'opportunity.owner'],
  ['pipeline', 'opportunity.pipeline'],
  ['kind', 'opportunity.kind'],
  ['stage', 'opportunity.stage'],
  ['forecastCategory', 'opportunity.forecastCategory'],
  ['reason', 'opportunity.reason'],
  ['competitor', 'opportunity.competitor'],
] as const;

/**
 * What conditions are asked of: a lead as it was known after one of its events. Nothing is folded before it is asked for,
 * and only what was not folded yet: as long as it is asked in the order of events, all of it takes O(events).
 */
export class LeadContext implements ConditionContext {
  segment: string | null = null;
  readonly #events: readonly StoryEvent[];
  readonly #after: readonly LeadState[];
  readonly #scope: LeadScope;
  readonly #rules: FactRules;
  #asked!: SegmentRules;
  #index = -1;
  #now = 0;
  #facts: Facet<KnownFacts> | null = null;
  #consents: Facet<KnownConsents> | null = null;
  #company: Facet<KnownCompany> | null = null;
  #meetings: Facet<MeetingList> | null = null;
  #done: Facet<ContextEngagement[]> | null = null;
  #answers: Facet<Record<string, string | null>> | null = null;
  #last: Facet<Partial<Record<EventType, number>>> | null = null;
  #deal: Facet<Record<string, unknown>> | null = null;
  #fields: Record<string, FieldValue> | null = null;
  #grade: string | null | undefined;
  #readiness: string | null | undefined;
  #points: number | undefined;

  constructor(events: readonly StoryEvent[], after: readonly LeadState[], scope: LeadScope, rules: FactRules) {
    this.#events = events;
    this.#after = after;
    this.#scope = scope;
    this.#rules = rules;
  }

  /**
   * The lead after the event at a place, for the rules of a segment.
   * @param nowMs when it is asked; the time of the event where absent
   */
  at(index: number, asked: SegmentRules, segment: string | null, nowMs?: number): this {
    const now = nowMs ?? this.#events[index]?.timeMs ?? 0;
    // A hand-off asks for its segment, its clause and what it owes, all of the same lead.
    if (index === this.#index && asked === this.#asked && segment === this.segment && now === this.#now) return this;
    if (index < this.#index) this.#forget();
    this.#index = index;
    this.#now = now;
    this.#asked = asked;
    this.segment = segment;
    this.#fields = null;
    this.#grade = this.#readiness = this.#points = undefined;
    return this;
  }

  get nowMs(): number {
    return this.#now;
  }

  get lists(): Readonly<Record<string, ReadonlySet<string>>> {
    return this.#asked.lists;
  }

  /** As an event said it, else by the profile. */
  get grade(): string | null {
    if (this.#grade === undefined) {
      // The profile cannot ask for what comes of it.
      this.#grade = null;
      this.#grade = this.#after[this.#index]?.grade ?? this.#asked.gradeOf(this);
    }
    return this.#grade;
  }

  /** As an event said it, else by the conditions of readiness. */
  get readiness(): string | null {
    if (this.#readiness === undefined) {
      this.#readiness = null;
      this.#readiness = this.#after[this.#index]?.readiness ?? this.#asked.readinessOf(this);
    }
    return this.#readiness;
  }

  get engagementPoints(): number {
    this.#points ??= this.#asked.engagementPointsOf(this);
    return this.#points;
  }

  get engagements(): readonly ContextEngagement[] {
    this.#done ??= facet<ContextEngagement[]>([]);
    return upTo(this.#done, this.#events, this.#index, (done, { rank, payload, timeMs }) => {
      if (rank === ranks.engaged || rank === ranks.replied) {
        done.push({ activity: typeof payload.activity === 'string' ? payload.activity : 'replied', timeMs });
      }
    });
  }

  get answers(): Readonly<Record<string, string | null>> {
    this.#answers ??= facet<Record<string, string | null>>({});
    return upTo(this.#answers, this.#events, this.#index, (answers, { rank, payload: { question, answer } }) => {
      if (rank !== ranks.answered || typeof question !== 'string' || answer === undefined) return;
      answers[question] = answer === null ? null : String(answer);
    });
  }

  get consents(): readonly ContextConsent[] {
    this.#consents ??= facet(new KnownConsents());
    return upTo(this.#consents, this.#events, this.#index, (consents, event) => consents.take(event)).all;
  }

  get companyStates(): readonly CompanyState[] {
    this.#company ??= facet(new KnownCompany());
    return upTo(this.#company, this.#events, this.#index, (company, event) => company.take(event)).states;
  }

  get meetings(): readonly MeetingStatus[] {
    this.#meetings ??= facet(new MeetingList());
    const { statuses } = upTo(this.#meetings, this.#events, this.#index, (list, event, index) =>
      list.take(event, index, this.#scope),
    );
    return statuses;
  }

  get lastEventMs(): Readonly<Partial<Record<EventType, number>>> {
    this.#last ??= facet<Partial<Record<EventType, number>>>({});
    return upTo(this.#last, this.#events, this.#index, (last, { rank, timeMs, subject }) => {
      const type = eventTypes[rank];
      if (type !== undefined && (!isOpportunityRank(rank) || this.#scope.deals.has(subject))) last[type] = timeMs;
    });
  }

  get fields(): Readonly<Record<string, FieldValue>> {
    this.#fields ??= this.#makeFields();
    return this.#fields;
  }

  #makeFields(): Record<string, FieldValue> {
    const { deals } = this.#scope;
    this.#facts ??= facet(new KnownFacts(this.#rules));
    const known = upTo(this.#facts, this.#events, this.#index, (facts, event) => facts.take(event, deals));
    const fields: Record<string, FieldValue> = {
      'lead.product': known.product,
      'lead.owner': this.#after[this.#index]?.owner ?? null,
      // Personal fields are kept apart: that there is one is all that a condition can ask.
      'contact.email': known.hasEmail ? true : null,
      'contact.phone': known.hasPhone ? true : null,
      'contact.firstName': known.hasFirstName ? true : null,
      'contact.lastName': known.hasLastName ? true : null,
      'contact.role': known.role,
      'contact.title': known.title,
      'contact.country': known.contactCountry,
      'contact.language': known.language,
      'company.name': known.companyName,
      'company.domain': known.domain,
      'company.employees': known.employees,
      'company.industry': known.industry,
      'company.country': known.companyCountry,
      'company.annualRevenue': this.#wholeUnits(known.annualRevenue),
      'source.channel': known.channel,
      'source.medium': known.medium,
      'source.campaign': known.campaign,
      'source.landingPage': known.landingPage,
      'source.motion': known.motion,
      'source.referrer': known.referrer,
    };
    if (known.attributes !== null) Object.assign(fields, known.attributes);
    if (deals.size > 0) this.#tellDeal(fields);
    return fields;
  }

  /** Of several opportunities, what was said last of any. */
  #tellDeal(fields: Record<string, FieldValue>): void {
    this.#deal ??= facet<Record<string, unknown>>({});
    const said = upTo(this.#deal, this.#events, this.#index, (deal, { rank, subject, payload }) => {
      if (!isOpportunityRank(rank) || !this.#scope.deals.has(subject)) return;
      for (const [field] of dealFields) if (payload[field] !== undefined) deal[field] = payload[field];
      if (payload.amount !== undefined) deal.amount = payload.amount;
    });
    for (const [field, address] of dealFields) fields[address] = (said[field] ?? null) as FieldValue;
    fields['opportunity.amount'] = this.#wholeUnits(said.amount);
  }

  /** Money in whole units of the agreement's currency; `null` where it is not known. */
  #wholeUnits(value: unknown): number | null {
    return isMoney(value) ? wholeUnits(this.#asked.agreement, value, this.#now) : null;
  }

  #forget(): void {
    this.#facts = null;
    this.#consents = null;
    this.#company = null;
    this.#meetings = null;
    this.#done = null;
    this.#answers = null;
    this.#last = null;
    this.#deal = null;
  }
}

/** A part of what is known, and how many events it has seen. */
interface Facet<T> {
  readonly value: T;
  seen: number;
}

function facet<T>(value: T): Facet<T> {
  return { value, seen: 0 };
}

function upTo<T>(
  of: Facet<T>,
  events: readonly StoryEvent[],
  last: number,
  take: (value: T, event: StoryEvent, index: number) => void,
): T {
  for (; of.seen <= last; of.seen++) take(of.value, events[of.seen] as StoryEvent, of.seen);
  return of.value;
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'amountMinor' in value && 'currency' in value;
}

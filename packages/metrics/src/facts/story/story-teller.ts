import { type EventType, eventRank, eventTypes } from '@sameteam/model';
import type { Payload, StoryEvent } from './story.ts';
import { storyBuckets } from './story-buckets.ts';
import { type StoryGraph, storyGraph, storyKinds } from './story-graph.ts';
import type { StoryLog } from './story-log.ts';

/** Tells what happened to subjects of a log. */
export interface StoryTeller {
  readonly graph: StoryGraph;
  /** Whether facts have a row of a lead or an opportunity: an event of its own kind is about it. */
  readonly isTold: (code: number) => boolean;
  /** Events of a subject alone. */
  readonly eventsOf: (code: number) => readonly StoryEvent[];
  /** Events of a lead, and of those that it is linked with. */
  readonly leadStory: (code: number) => readonly StoryEvent[];
  /** Events of some types, of all subjects. */
  readonly eventsOfTypes: (types: readonly EventType[]) => readonly StoryEvent[];
}

const ranksOf = (holds: (type: EventType) => boolean): Uint8Array =>
  Uint8Array.from(eventTypes, (type) => (holds(type) ? 1 : 0));

const leadRanks = ranksOf((type) => type.startsWith('lead.'));
const dealRanks = ranksOf((type) => type.startsWith('opportunity.'));
/** What an event of a company can change of its leads. Its meetings, tasks and notes are no lead's, and could be many. */
const companyRanks = ranksOf((type) => type === 'company.updated' || type === 'customer.changed');
const emptyPayload: Payload = {};
const erased = eventRank('record.erased');

/**
 * Makes the teller of a log. The events of a company are merged into the story of each of its leads, so that a company with
 * many leads and many changes costs their product: that is why only the changes of its facts and as a customer are. With
 * the deals of companies it is the product of leads and deals.
 * @param options.withCompanyDeals whether the opportunities of a company belong to the stories of its leads
 */
export function storyTeller(log: StoryLog, { withCompanyDeals }: { readonly withCompanyDeals: boolean }): StoryTeller {
  const { rank, timeMs, subject, payload } = log;
  const graph = storyGraph(log);
  const { kind, linked } = graph;
  const buckets = storyBuckets(log, graph.size, graph.memberOf);

  const tell = (event: number): StoryEvent => {
    const says = payload[event] as number;
    return {
      rank: rank[event] as number,
      timeMs: timeMs[event] as number,
      subject: graph.subject(subject[event] as number),
      payload: says < 0 ? emptyPayload : log.payloads(says),
    };
  };

  /** The subjects whose events belong to the story of a lead, beside its own. */
  const around = (lead: number): ReadonlySet<number> => {
    const found = new Set<number>();
    const addCompany = (company: number) => {
      found.add(company);
      if (!withCompanyDeals) return;
      for (const deal of linked(company)) if (kind[deal] === storyKinds.opportunity) found.add(deal);
    };
    for (const other of linked(lead)) {
      if (kind[other] === storyKinds.company) addCompany(other);
      else if (kind[other] !== storyKinds.lead) found.add(other);
      if (kind[other] !== storyKinds.contact) continue;
      for (const company of linked(other)) if (kind[company] === storyKinds.company) addCompany(company);
    }
    return found;
  };

  return {
    graph,
    isTold(code) {
      const own = kind[code] === storyKinds.lead ? leadRanks : dealRanks;
      return buckets.of(code).some((event) => own[rank[event] as number] === 1);
    },
    eventsOf: (code) => Array.from(buckets.of(code), tell),
    leadStory(code) {
      const own = buckets.of(code);
      if (linked(code).length === 0) return Array.from(own, tell);
      const events = Array.from(own);
      for (const other of around(code)) {
        const isCompany = kind[other] === storyKinds.company;
        for (const event of buckets.of(other))
          if (!isCompany || companyRanks[rank[event] as number] === 1 || rank[event] === erased) events.push(event);
      }
      // Runs that are in order already are merged, not sorted anew.
      if (events.length > own.length) events.sort(buckets.compare);
      return events.map(tell);
    },
    eventsOfTypes(types) {
      const wanted = ranksOf((type) => types.includes(type));
      const events: number[] = [];
      for (let event = 0; event < log.count; event++) if (wanted[rank[event] as number] === 1) events.push(event);
      return events.sort(buckets.compare).map(tell);
    },
  };
}

import { compareUtf8 } from '@sameteam/model';
import type { FactRowOf } from '../schema/fact-schema.ts';
import type { FactSink } from './fact-sink.ts';
import type {
  CompanyStory,
  FoldedCompany,
  FoldedLead,
  FoldedOpportunity,
  LeadStory,
  OpportunityStory,
  StoryEvent,
} from './story.ts';
import { storyKinds } from './story-graph.ts';
import { type StoryGroup, storyGroups } from './story-groups.ts';
import type { StoryTeller } from './story-teller.ts';

/** What stories come to. */
export interface StoryFolds {
  readonly lead: (story: LeadStory) => FoldedLead;
  readonly opportunity: (story: OpportunityStory) => FoldedOpportunity;
  readonly company: (story: CompanyStory) => FoldedCompany;
  readonly spend: (event: StoryEvent) => readonly FactRowOf<'spend'>[];
  readonly pulse: (event: StoryEvent) => FactRowOf<'pulses'>;
}

/** Whose facts are wanted, by typed id. What they depend on must be in the log, and is folded for them. */
export interface WantedFacts {
  readonly leads: 'all' | ReadonlySet<string>;
  readonly opportunities: 'all' | ReadonlySet<string>;
  readonly companies: 'all' | ReadonlySet<string>;
  /** Whether spend and pulses are wanted, which belong to nobody; they are with all leads, unless it is said. */
  readonly common?: boolean;
}

/** Folds the stories of those that are wanted, and gives their rows to a sink: each row once, in no promised order. */
export function foldStories(teller: StoryTeller, folds: StoryFolds, wanted: WantedFacts, sink: FactSink): void {
  const { graph } = teller;
  const isWanted = (of: 'all' | ReadonlySet<string>, code: number) => of === 'all' || of.has(graph.subject(code));
  const folding = { teller, folds, sink, isWanted, wanted };
  for (const group of storyGroups(graph)) foldGroup(group, folding);
  if (!(wanted.common ?? wanted.leads === 'all')) return;
  for (const event of teller.eventsOfTypes(['campaign.spent']))
    for (const row of folds.spend(event)) sink.add('spend', row);
  for (const event of teller.eventsOfTypes(['pulse.answered'])) sink.add('pulses', folds.pulse(event));
}

interface Folding {
  readonly teller: StoryTeller;
  readonly folds: StoryFolds;
  readonly sink: FactSink;
  readonly wanted: WantedFacts;
  readonly isWanted: (of: 'all' | ReadonlySet<string>, code: number) => boolean;
}

function foldGroup(group: StoryGroup, folding: Folding): void {
  const { teller, folds, sink, wanted, isWanted } = folding;
  const { graph, isTold, leadStory, eventsOf } = teller;
  const leads = new Map<number, FoldedLead | null>();
  /** Folded when somebody asks for it first. */
  const leadOf = (code: number): FoldedLead | null => {
    let folded = leads.get(code);
    if (folded === undefined) {
      folded = isTold(code) ? folds.lead({ lead: graph.subject(code), events: leadStory(code) }) : null;
      leads.set(code, folded);
    }
    return folded;
  };
  const opportunities = new Map<number, FoldedOpportunity | null>();
  const opportunityOf = (code: number): FoldedOpportunity | null => {
    let folded = opportunities.get(code);
    if (folded === undefined) {
      folded = isTold(code)
        ? folds.opportunity({
            opportunity: graph.subject(code),
            events: eventsOf(code),
            leads: leadsLinkedWith(code, folding, leadOf),
          })
        : null;
      opportunities.set(code, folded);
    }
    return folded;
  };
  for (const code of group.leads) if (isWanted(wanted.leads, code)) addLead(sink, leadOf(code));
  for (const code of group.opportunities)
    if (isWanted(wanted.opportunities, code)) addOpportunity(sink, opportunityOf(code));
  const companies = group.companies.filter((code) => isWanted(wanted.companies, code));
  if (companies.length === 0) return;
  const leadsOf = byCompany(group.leads.map(leadOf), ({ lead }) => lead.company);
  const opportunitiesOf = byCompany(group.opportunities.map(opportunityOf), ({ opportunity }) => opportunity.company);
  for (const code of companies) {
    const company = graph.subject(code);
    const events = eventsOf(code);
    const own = { leads: leadsOf.get(company) ?? [], opportunities: opportunitiesOf.get(company) ?? [] };
    if (events.length + own.leads.length + own.opportunities.length === 0) continue;
    own.leads.sort(byCapture);
    own.opportunities.sort(byOpening);
    const folded = folds.company({ company, events, ...own });
    sink.add('companies', folded.company);
    for (const row of folded.changes) sink.add('changes', row);
  }
}

function leadsLinkedWith(
  opportunity: number,
  { teller: { graph } }: Folding,
  leadOf: (code: number) => FoldedLead | null,
): readonly FoldedLead[] {
  const leads: FoldedLead[] = [];
  for (const other of graph.linked(opportunity)) {
    const folded = graph.kind[other] === storyKinds.lead ? leadOf(other) : null;
    if (folded !== null) leads.push(folded);
  }
  return leads.sort(byCapture);
}

function byCompany<T>(rows: readonly (T | null)[], companyOf: (row: T) => string | null): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const company = row === null ? null : companyOf(row);
    if (row === null || company === null) continue;
    const known = found.get(company);
    if (known === undefined) found.set(company, [row]);
    else known.push(row);
  }
  return found;
}

function byCapture({ lead: a }: FoldedLead, { lead: b }: FoldedLead): number {
  return compareTimes(a.at_captured, b.at_captured) || compareUtf8(a.lead ?? '', b.lead ?? '');
}

function byOpening({ opportunity: a }: FoldedOpportunity, { opportunity: b }: FoldedOpportunity): number {
  return compareTimes(a.at_opportunity, b.at_opportunity) || compareUtf8(a.opportunity ?? '', b.opportunity ?? '');
}

/** What never happened comes last. */
function compareTimes(a: number | null, b: number | null): number {
  if (a === b) return 0;
  return (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY);
}

function addLead(sink: FactSink, folded: FoldedLead | null): void {
  if (folded === null) return;
  sink.add('leads', folded.lead);
  for (const row of folded.cycles) sink.add('cycles', row);
  for (const row of folded.entries) sink.add('entries', row);
  for (const row of folded.touches) sink.add('touches', row);
  for (const row of folded.meetings) sink.add('meetings', row);
}

function addOpportunity(sink: FactSink, folded: FoldedOpportunity | null): void {
  if (folded === null) return;
  sink.add('opportunities', folded.opportunity);
  for (const row of folded.spans) sink.add('spans', row);
  for (const row of folded.entries) sink.add('entries', row);
}

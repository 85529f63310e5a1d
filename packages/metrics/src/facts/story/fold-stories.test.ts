import { compareUtf8, eventTypes, type LeadEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { captured, event, leadEvent } from '../../../test/support/events.ts';
import { EventBatchBuilder } from '../../batch/event-batch-builder.ts';
import { unpackEvents } from '../../batch/pack-events.ts';
import { Dictionary } from '../columns/dictionary.ts';
import type { FactGrain, FactRowOf } from '../schema/fact-schema.ts';
import { foldStories, type StoryFolds, type WantedFacts } from './fold-stories.ts';
import type { Payload, StoryEvent } from './story.ts';
import type { StoryLog } from './story-log.ts';
import { storyTeller } from './story-teller.ts';

const roots: Readonly<Record<string, string>> = { 'lead/twin': 'lead/ann' };

function logOf(events: readonly LeadEvent[]): StoryLog {
  const builder = new EventBatchBuilder();
  for (const [index, one] of events.entries()) builder.add(index, one);
  const columns = unpackEvents(builder.take({ firstGroup: 0, groupCount: events.length }));
  const dictionary = new Dictionary();
  const rootOf = (subject: string) => roots[subject] ?? subject;
  return {
    count: columns.count,
    rank: columns.type,
    timeMs: columns.timeMs,
    subject: Int32Array.from(columns.subject, (subject) => dictionary.code(rootOf(subject)) - 1),
    payload: columns.says,
    subjectCount: dictionary.size - 1,
    subjects: (code) => dictionary.text(code + 1) as string,
    codeOf: (subject) => (dictionary.find(rootOf(subject)) ?? 0) - 1,
    payloads: (code) => JSON.parse(columns.terms[code] as string) as Payload,
    compareTies: (a, b) => compareUtf8(columns.id[a] as string, columns.id[b] as string),
  };
}

const short = ({ rank, subject }: StoryEvent) => `${subject} ${eventTypes[rank]}`;

/** Rows that say of which story they came: the grain, whose it is, and what was told. */
function told(
  events: readonly LeadEvent[],
  wanted: WantedFacts = { leads: 'all', opportunities: 'all', companies: 'all' },
  { withCompanyDeals = false } = {},
): Readonly<Record<string, readonly string[]>> {
  const stories: Record<string, readonly string[]> = {};
  const added: string[] = [];
  const companyOf = (story: readonly StoryEvent[]): string | null => {
    const refs = story.flatMap(({ payload }) => (payload.company as { readonly ref?: string } | undefined)?.ref ?? []);
    return refs.at(-1) ?? null;
  };
  const folds: StoryFolds = {
    lead: ({ lead, events: own }) => {
      if (stories[lead] !== undefined) throw new Error(`${lead} was folded twice`);
      stories[lead] = own.map(short);
      const row = { lead, at_captured: own[0]?.timeMs ?? null, company: companyOf(own) } as FactRowOf<'leads'>;
      return { lead: row, cycles: [], entries: [], touches: [], meetings: [], talks: [] };
    },
    opportunity: ({ opportunity, events: own, leads }) => {
      stories[opportunity] = [...own.map(short), ...leads.map(({ lead }) => `with ${lead.lead}`)];
      const company = own.flatMap(({ payload }) => (typeof payload.company === 'string' ? payload.company : [])).at(-1);
      const row = { opportunity, company: company ?? null, at_opportunity: own[0]?.timeMs ?? null };
      return { opportunity: row as FactRowOf<'opportunities'>, spans: [], entries: [] };
    },
    company: ({ company, events: own, leads, opportunities }) => {
      const members = [
        ...leads.map(({ lead }) => lead.lead),
        ...opportunities.map(({ opportunity }) => opportunity.opportunity),
      ];
      stories[company] = [...own.map(short), ...members.map((member) => `with ${member}`)];
      return { company: { company } as FactRowOf<'companies'>, changes: [] };
    },
    spend: () => [{ campaign: 'c' } as FactRowOf<'spend'>],
    pulse: () => ({ team: 'sales' }) as FactRowOf<'pulses'>,
  };
  const teller = storyTeller(logOf(events), { withCompanyDeals });
  foldStories(teller, folds, wanted, {
    add: <G extends FactGrain>(grain: G, row: FactRowOf<G>) => {
      const { lead, opportunity, company } = row as Partial<FactRowOf<'opportunities'>>;
      added.push(`${grain} ${opportunity ?? lead ?? company ?? ''}`.trim());
    },
  });
  return { ...stories, added: added.sort() };
}

const acme = { company: { ref: 'company/acme' } };
const history = [
  leadEvent('captured', 'ann', '2026-01-01', { ...acme, contact: { ref: 'contact/1' } }, '1'),
  captured('ben', '2026-01-02'),
  event('contact.updated', 'contact/1', '2026-01-03', { role: 'vp' }),
  event('company.updated', 'company/acme', '2026-01-02', { employees: 4 }),
  event('note.added', 'company/acme', '2026-01-04', { text: 'x' }),
  event('opportunity.opened', 'opportunity/o', '2026-02-01', {
    leads: ['lead/ben', 'lead/ann'],
    company: 'company/acme',
  }),
  event('opportunity.opened', 'opportunity/p', '2026-02-02', { company: 'company/acme' }),
  event('campaign.member_changed', 'campaign/c', '2026-01-05', { member: 'contact/1', status: 'sent' }),
  event('campaign.member_changed', 'campaign/c', '2026-01-05', { member: 'lead/ben', status: 'sent' }),
  event('campaign.spent', 'campaign/c', '2026-01-05', {
    cost: { amountMinor: 1, currency: 'EUR' },
    from: '2026-01-01',
    to: '2026-01-02',
  }),
  event('pulse.answered', 'pulse/1', '2026-01-05', { team: 'sales', inSync: 3 }),
];

describe('stories', () => {
  it('hold what happened to a lead, its contact, its company, its deals and it in campaigns, in order', () => {
    const stories = told(history);
    expect(stories['lead/ann']).toEqual([
      'lead/ann lead.captured',
      'company/acme company.updated',
      'contact/1 contact.updated',
      'campaign/c campaign.member_changed',
      'opportunity/o opportunity.opened',
    ]);
    expect(stories['lead/ben']).toEqual([
      'lead/ben lead.captured',
      'campaign/c campaign.member_changed',
      'opportunity/o opportunity.opened',
    ]);
    expect(stories['opportunity/o']).toEqual(['opportunity/o opportunity.opened', 'with lead/ann', 'with lead/ben']);
    expect(stories['company/acme']).toEqual([
      'company/acme company.updated',
      'company/acme note.added',
      'with lead/ann',
      'with opportunity/o',
      'with opportunity/p',
    ]);
    expect(stories.added).toEqual([
      'companies company/acme',
      'leads lead/ann',
      'leads lead/ben',
      'opportunities opportunity/o',
      'opportunities opportunity/p',
      'pulses',
      'spend',
    ]);
  });

  it('hold the other deals of a company where those are asked for', () => {
    const stories = told(history, undefined, { withCompanyDeals: true });
    expect(stories['lead/ann']).toContain('opportunity/p opportunity.opened');
    expect(stories['lead/ben']).not.toContain('opportunity/p opportunity.opened');
  });

  it('find the company of a lead by its contact, and a deal by a role in it', () => {
    const stories = told([
      leadEvent('captured', 'ann', '2026-01-01', { contact: { ref: 'contact/1' } }),
      event('contact.updated', 'contact/1', '2026-01-02', { company: 'company/acme' }),
      event('customer.changed', 'company/acme', '2026-01-03', { kind: 'churn' }),
      event('opportunity.opened', 'opportunity/o', '2026-01-04'),
      event('opportunity.contact_changed', 'opportunity/o', '2026-01-05', {
        contact: 'contact/9',
        lead: 'lead/ann',
        role: 'buyer',
      }),
    ]);
    expect(stories['lead/ann']?.slice(1)).toEqual([
      'contact/1 contact.updated',
      'company/acme customer.changed',
      'opportunity/o opportunity.opened',
      'opportunity/o opportunity.contact_changed',
    ]);
  });

  it('order equal times by rank and then by id, whatever the order of arrival', () => {
    const at = '2026-01-01';
    const events = [
      leadEvent('engaged', 'ann', at, { activity: 'b' }, 'b'),
      leadEvent('accepted', 'ann', at, {}, 'z'),
      leadEvent('engaged', 'ann', at, { activity: 'a' }, 'a'),
      leadEvent('captured', 'ann', at, acme, 'y'),
      event('company.updated', 'company/acme', at, { employees: 1 }, 'x'),
    ];
    const expected = [
      'lead/ann lead.captured',
      'company/acme company.updated',
      'lead/ann lead.engaged',
      'lead/ann lead.engaged',
      'lead/ann lead.accepted',
    ];
    expect(told(events)['lead/ann']).toEqual(expected);
    expect(told(events.toReversed())['lead/ann']).toEqual(expected);
  });

  it('count linked records as one', () => {
    const stories = told([
      captured('ann', '2026-01-01'),
      captured('twin', '2026-01-02'),
      event('opportunity.opened', 'opportunity/o', '2026-01-03', { leads: ['lead/twin'] }),
    ]);
    expect(stories['lead/ann']).toEqual([
      'lead/ann lead.captured',
      'lead/ann lead.captured',
      'opportunity/o opportunity.opened',
    ]);
    expect(stories.added).toEqual(['leads lead/ann', 'opportunities opportunity/o']);
  });

  it('are told of nobody of whom no event of their own is there', () => {
    const stories = told([
      event('consent.changed', 'lead/ann', '2026-01-01', { purpose: 'news', status: 'granted' }),
      event('opportunity.won', 'opportunity/o', '2026-01-02', { leads: ['lead/nobody'], company: 'company/none' }),
    ]);
    expect(stories.added).toEqual(['companies company/none', 'opportunities opportunity/o']);
    expect(stories['opportunity/o']).toEqual(['opportunity/o opportunity.won']);
  });

  it('give rows of those that are wanted, and fold what they depend on', () => {
    const only = (name: string) => new Set([name]);
    const none = new Set<string>();
    const deal = told(history, { leads: none, opportunities: only('opportunity/o'), companies: none });
    expect(deal.added).toEqual(['opportunities opportunity/o']);
    expect(deal['opportunity/o']).toEqual(['opportunity/o opportunity.opened', 'with lead/ann', 'with lead/ben']);
    const lead = told(history, { leads: only('lead/ben'), opportunities: none, companies: none });
    expect([Object.keys(lead).sort(), lead.added]).toEqual([['added', 'lead/ben'], ['leads lead/ben']]);
    const common = told(history, { leads: none, opportunities: none, companies: none, common: true });
    expect(common.added).toEqual(['pulses', 'spend']);
  });
});

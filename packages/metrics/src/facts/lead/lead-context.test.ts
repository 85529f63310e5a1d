import { type AgreementInput, type Condition, compileCondition } from '@sameteam/agreement';
import type { EventType } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { agreementWith, at, euros, rulesOf, said } from '../deal/fixtures/story.ts';
import type { Payload, StoryEvent } from '../story/story.ts';
import { LeadContext } from './lead-context.ts';
import { leadScope } from './lead-scope.ts';
import { leadStages } from './lead-stages.ts';
import { leadStates } from './lead-states.ts';

const lead = (type: EventType, day: number, payload: Payload = {}, subject = 'lead/l') =>
  said(type, `2026-01-${String(day).padStart(2, '0')}`, payload, subject);
const agreement: Partial<AgreementInput> = {
  profile: {
    owner: 'sales',
    rules: [{ id: 'size', when: { field: 'company.employees', atLeast: 100 }, points: 30 }],
    grades: { A: 30, B: 10 },
  },
  engagement: { owner: 'marketing', halfLife: '10d', rules: [{ id: 'demo', activity: 'demo', points: 40 }] },
  questions: [{ id: 'when', ask: 'When?', askedBy: 'sales', answers: { soon: 5 } }],
  readiness: { hot: { all: [{ grade: ['A'] }, { engagement: { atLeast: 40 } }] }, raw: {} },
  rates: { USD: 0.5 },
};
const rules = rulesOf(agreementWith(agreement));

const events: readonly StoryEvent[] = [
  lead('lead.captured', 1, {
    company: { ref: 'company/a', employees: 420, annualRevenue: { amountMinor: 100_000, currency: 'USD' } },
    contact: { ref: 'contact/c', hasEmail: true },
    attributes: { region: 'north', nested: {} },
    consent: [{ purpose: 'news', channel: null, status: 'granted' }],
  }),
  lead('lead.engaged', 2, { activity: 'demo' }),
  lead('lead.answered', 3, { question: 'when', answer: 'soon' }),
  lead('meeting.changed', 4, { status: 'completed' }),
  lead('opportunity.opened', 5, { leads: ['lead/l'], amount: euros(10), stage: 'new' }, 'opportunity/o'),
  lead('opportunity.won', 6, {}, 'opportunity/of-the-company'),
  lead('lead.qualified', 7, { readiness: 'warm', grade: 'C' }),
  lead('lead.engaged', 30, { activity: 'demo' }),
];
const scope = leadScope({ lead: 'lead/l', events }, rules);
const { after } = leadStates(
  events,
  { stages: leadStages(events, scope.deals), impliedAt: -1, deals: scope.deals },
  rules,
);
const plain = rules.versionAt(0).rules.forSegment(null);
const contextAt = (index: number, nowMs?: number) =>
  new LeadContext(events, after, scope, rules).at(index, plain, 'partner', nowMs);
const holdsAt = (index: number, condition: Condition) => compileCondition(condition)(contextAt(index));

describe('LeadContext', () => {
  it('answers every kind of condition by what was known then', () => {
    const kinds: readonly (readonly [since: number, condition: Condition])[] = [
      [0, { field: 'company.employees', between: [100, 500] }],
      [0, { field: 'company.annualRevenue', is: 500 }],
      [0, { field: 'contact.email', exists: true }],
      [0, { field: 'lead.attributes.region', is: 'north' }],
      [0, { segment: ['partner'] }],
      [0, { consent: { status: 'granted', channel: 'email' } }],
      [1, { engagement: { activity: ['demo'], count: 1, within: '1d' } }],
      [2, { answer: { when: ['soon'] } }],
      [3, { meeting: ['completed'] }],
      [4, { company: ['open_deal'] }],
      [4, { field: 'opportunity.amount', is: 10 }],
      [5, { company: ['customer'] }],
    ];
    for (const [since, condition] of kinds) {
      expect([condition, holdsAt(since, condition)]).toEqual([condition, true]);
      if (since > 0) expect([condition, holdsAt(since - 1, condition)]).toEqual([condition, false]);
    }
    expect(holdsAt(3, { daysSince: { event: 'lead.engaged', atLeast: 2, atMost: 2 } })).toBe(true);
    expect(holdsAt(0, { field: 'contact.phone', exists: true })).toBe(false);
  });

  it('judges by the agreement until an event judges', () => {
    const judged = [0, 1, 2, 6].map((index) => {
      const { grade, readiness, engagementPoints } = contextAt(index);
      return [grade, readiness, engagementPoints];
    });
    expect(judged).toEqual([
      ['A', 'raw', 0],
      ['A', 'hot', 40],
      ['A', 'hot', 42.321],
      ['C', 'warm', 33.284],
    ]);
    // Ten days halve the points.
    expect(contextAt(2, at('2026-01-12')).engagementPoints).toBe(25);
  });

  it('knows again what was known before, when it is asked about an earlier event', () => {
    const context = contextAt(7);
    expect([context.engagements.length, context.fields['opportunity.stage']]).toEqual([2, 'new']);
    context.at(1, plain, null);
    expect([context.engagements.length, context.fields['opportunity.stage'], context.segment]).toEqual([1, null, null]);
  });
});

import type { CompiledCondition, Condition, ConditionContext } from '@sameteam/agreement';
import type { TopLevelCondition } from 'json-rules-engine';

const dayMs = 86_400_000;

/** A condition, and the same by hand and in the form of json-rules-engine. */
export interface ConditionPeer {
  readonly condition: Condition;
  readonly byHand: CompiledCondition;
  readonly rule: TopLevelCondition;
}

const atLeast = 'greaterThanInclusive';
const atMost = 'lessThanInclusive';

/** Conditions such as stand in agreements: one of each kind, and some that combine several. */
export const conditionPeers: readonly ConditionPeer[] = [
  {
    condition: { field: 'source.channel', is: 'partner' },
    byHand: (it) => it.fields['source.channel'] === 'partner',
    rule: { all: [{ fact: 'source.channel', operator: 'equal', value: 'partner' }] },
  },
  {
    condition: { field: 'company.employees', between: [200, 5000] },
    byHand: (it) => {
      const employees = it.fields['company.employees'];
      return typeof employees === 'number' && employees >= 200 && employees <= 5000;
    },
    rule: {
      all: [
        { fact: 'company.employees', operator: atLeast, value: 200 },
        { fact: 'company.employees', operator: atMost, value: 5000 },
      ],
    },
  },
  {
    condition: { field: 'contact.role', in: ['vp', 'c_level'] },
    byHand: (it) => it.fields['contact.role'] === 'vp' || it.fields['contact.role'] === 'c_level',
    rule: { all: [{ fact: 'contact.role', operator: 'in', value: ['vp', 'c_level'] }] },
  },
  {
    condition: { field: 'company.domain', inList: 'named' },
    byHand: (it) => {
      const domain = it.fields['company.domain'];
      return typeof domain === 'string' && it.lists?.named?.has(domain) === true;
    },
    rule: { all: [{ fact: 'company.domain', operator: 'onList', value: 'named' }] },
  },
  {
    condition: { all: [{ grade: ['A', 'B'] }, { engagement: { atLeast: 40 } }] },
    byHand: (it) => (it.grade === 'A' || it.grade === 'B') && (it.engagementPoints ?? -1) >= 40,
    rule: {
      all: [
        { fact: 'grade', operator: 'in', value: ['A', 'B'] },
        { fact: 'engagementPoints', operator: atLeast, value: 40 },
      ],
    },
  },
  {
    condition: {
      any: [{ engagement: { atLeast: 60 } }, { answer: { timeline: ['under_3_months', 'within_a_year'] } }],
    },
    byHand: (it) => {
      if ((it.engagementPoints ?? -1) >= 60) return true;
      const timeline = it.answers?.timeline;
      return timeline === 'under_3_months' || timeline === 'within_a_year';
    },
    rule: {
      any: [
        { fact: 'engagementPoints', operator: atLeast, value: 60 },
        { fact: 'answers.timeline', operator: 'in', value: ['under_3_months', 'within_a_year'] },
      ],
    },
  },
  {
    condition: {
      all: [
        { field: 'company.country', in: ['DE', 'AT', 'CH'] },
        { field: 'company.employees', atLeast: 1000 },
        { field: 'source.motion', is: 'inbound' },
      ],
    },
    byHand: ({ fields }) => {
      const country = fields['company.country'];
      const employees = fields['company.employees'];
      return (
        (country === 'DE' || country === 'AT' || country === 'CH') &&
        typeof employees === 'number' &&
        employees >= 1000 &&
        fields['source.motion'] === 'inbound'
      );
    },
    rule: {
      all: [
        { fact: 'company.country', operator: 'in', value: ['DE', 'AT', 'CH'] },
        { fact: 'company.employees', operator: atLeast, value: 1000 },
        { fact: 'source.motion', operator: 'equal', value: 'inbound' },
      ],
    },
  },
  {
    condition: {
      all: [
        {
          any: [
            { field: 'source.channel', is: 'partner' },
            { field: 'company.industry', is: 'steel' },
          ],
        },
        { not: { all: [{ readiness: ['raw'] }, { field: 'lead.product', exists: false }] } },
      ],
    },
    byHand: ({ fields, readiness }) =>
      (fields['source.channel'] === 'partner' || fields['company.industry'] === 'steel') &&
      !(readiness === 'raw' && (fields['lead.product'] === null || fields['lead.product'] === undefined)),
    rule: {
      all: [
        {
          any: [
            { fact: 'source.channel', operator: 'equal', value: 'partner' },
            { fact: 'company.industry', operator: 'equal', value: 'steel' },
          ],
        },
        {
          not: {
            all: [
              { fact: 'readiness', operator: 'equal', value: 'raw' },
              { fact: 'lead.product', operator: 'in', value: [null] },
            ],
          },
        },
      ],
    },
  },
  {
    condition: { engagement: { activity: ['webinar'], count: 2, within: '30d' } },
    byHand: ({ engagements = [], nowMs = Number.NaN }) => {
      let found = 0;
      for (const { activity, timeMs } of engagements)
        if (activity === 'webinar' && timeMs <= nowMs && timeMs >= nowMs - 30 * dayMs) found += 1;
      return found >= 2;
    },
    rule: { all: [{ fact: 'webinarsOf30Days', operator: atLeast, value: 2 }] },
  },
  {
    condition: { consent: { purpose: 'newsletter', channel: 'email', status: 'granted' } },
    byHand: ({ consents = [] }) => {
      for (const { purpose, channel, status } of consents)
        if (status === 'granted' && purpose === 'newsletter' && (channel === null || channel === 'email')) return true;
      return false;
    },
    rule: { all: [{ fact: 'mayMail', operator: 'equal', value: true }] },
  },
  {
    condition: { daysSince: { event: 'lead.engaged', atLeast: 14 } },
    byHand: ({ lastEventMs, nowMs }) => {
      const lastMs = lastEventMs?.['lead.engaged'];
      return lastMs !== undefined && nowMs !== undefined && lastMs <= nowMs && nowMs - lastMs >= 14 * dayMs;
    },
    rule: { all: [{ fact: 'daysSinceEngaged', operator: atLeast, value: 14 }] },
  },
  {
    condition: { company: ['customer', 'open_deal'] },
    byHand: ({ companyStates = [] }) => {
      for (const state of companyStates) if (state === 'customer' || state === 'open_deal') return true;
      return false;
    },
    rule: { all: [{ fact: 'companyState', operator: 'in', value: ['customer', 'open_deal'] }] },
  },
];

/** The facts that the rules ask for, worked out beforehand: the engine is not timed for what it cannot ask itself. */
export function ruleFacts(it: ConditionContext): Readonly<Record<string, unknown>> {
  const { nowMs = Number.NaN, lastEventMs, engagements = [], consents = [] } = it;
  const lastMs = lastEventMs?.['lead.engaged'];
  return {
    'company.employees': null,
    'company.industry': null,
    ...it.fields,
    grade: it.grade,
    readiness: it.readiness,
    engagementPoints: it.engagementPoints,
    'answers.timeline': it.answers?.timeline ?? null,
    webinarsOf30Days: engagements.filter((done) => done.activity === 'webinar' && done.timeMs >= nowMs - 30 * dayMs)
      .length,
    mayMail: consents.some(({ status }) => status === 'granted'),
    daysSinceEngaged: lastMs === undefined ? null : Math.floor((nowMs - lastMs) / dayMs),
    companyState: it.companyStates?.[0] ?? null,
  };
}

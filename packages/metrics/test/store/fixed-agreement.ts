import type { Agreement, AgreementHistory, AgreementInput } from '@sameteam/agreement';
import { agreementWith } from '../support/agreements.ts';

/** An agreement with every part that facts depend on. */
const document: Partial<AgreementInput> = {
  timeZone: 'Europe/Berlin',
  currency: 'EUR',
  teams: { marketing: {}, sales: { calendar: 'berlin' }, sdr: { partOf: 'sales', calendar: 'berlin' } },
  calendars: { default: { hours: '09:00-17:30' }, berlin: { zone: 'Europe/Berlin', hours: '08:00-16:00' } },
  exclusions: [{ id: 'press', when: { field: 'source.channel', is: 'press' } }],
  segments: [
    { id: 'customers', when: { company: 'customer' } },
    { id: 'large', when: { field: 'company.employees', atLeast: 200 } },
    { id: 'outbound', when: { field: 'source.motion', is: 'outbound' } },
  ],
  overrides: { outbound: { sla: { decision: { within: { time: '10wd' } } } } },
  profile: {
    owner: 'sales',
    rules: [{ id: 'size', when: { field: 'company.employees', between: [50, 5000] }, points: 45 }],
    grades: { A: 60, B: 40, C: 20 },
  },
  engagement: {
    owner: 'marketing',
    halfLife: '30d',
    rules: [
      { id: 'demo', activity: 'demo_request', points: 40 },
      { id: 'webinar', activity: 'webinar', points: 12, cap: 24 },
    ],
  },
  questions: [{ id: 'timeline', ask: 'When?', askedBy: 'sdr', answers: { under_3_months: 20, within_a_year: 10 } }],
  readiness: {
    hot: { all: [{ grade: ['A', 'B'] }, { engagement: { atLeast: 30 } }] },
    warm: { any: [{ engagement: { atLeast: 10 } }, { answer: { timeline: ['under_3_months', 'within_a_year'] } }] },
    raw: {},
  },
  qualified: { when: { readiness: ['hot', 'warm'] }, by: 'marketing', companies: { contacts: 2, within: '60d' } },
  handOffs: {
    to_sales: { from: 'marketing', to: 'sales', when: { readiness: 'hot' } },
    to_sdr: { from: 'marketing', to: 'sdr', when: { readiness: 'warm' } },
    sdr_to_sales: { from: 'sdr', to: 'sales', when: { meeting: 'completed' }, opens: 'opportunity' },
  },
  programs: { newsletter: { owner: 'marketing', for: 'raw' }, warm_drip: { owner: 'marketing', for: 'warm' } },
  sla: {
    first_attempt: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '4wh' },
    attempts: {
      of: 'sales',
      from: 'lead.handed_off',
      kept: { attempts: 2 },
      unless: ['connected', 'replied'],
      within: '3d',
    },
    decision: {
      of: 'sales',
      from: 'lead.handed_off',
      kept: ['lead.accepted', 'lead.rejected', 'lead.recycled', 'lead.disqualified'],
      within: { time: '5wd', calendar: 'berlin' },
    },
    met: { of: 'sdr', from: 'lead.handed_off', kept: { meeting: 'completed' }, within: '30d' },
    answered: { of: 'marketing', grain: 'lead', from: 'lead.captured', kept: 'lead.qualified', within: '48h' },
    deal_alive: {
      of: 'sales',
      grain: 'opportunity',
      from: 'opportunity.opened',
      kept: ['opportunity.moved', 'opportunity.won', 'opportunity.lost'],
      within: '10d',
      repeat: true,
    },
  },
  reasons: {
    // biome-ignore-start lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
    not_ready: { then: 'recycle', program: 'warm_drip', revisitAfter: '20d' },
    with_competitor: { then: 'recycle', program: 'newsletter', revisitAfter: '60d' },
    wrong_profile: { then: 'disqualify' },
    // biome-ignore-end lint/suspicious/noThenProperty: end of the data
  },
  pipelines: {
    new: {
      stages: [
        { id: 'discovery', probability: 0.2 },
        { id: 'proposal', probability: 0.6 },
      ],
    },
  },
  sourcing: { rule: 'first_touch', window: '180d', influence: { window: '365d' } },
};

const first = agreementWith({ ...document, version: 1 });
const second = agreementWith({
  ...document,
  version: 2,
  sla: { ...document.sla, first_attempt: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '1wh' } },
});

/** Who judges the fixed log: a version that bound until March 2026, and the one after it. */
export const fixedJudges: { readonly agreement: Agreement; readonly history: AgreementHistory } = {
  agreement: second,
  history: {
    periods: [
      { version: 1, digest: 'one', fromMs: Date.UTC(2026, 0, 15), untilMs: Date.UTC(2026, 2, 1), agreement: first },
      { version: 2, digest: 'two', fromMs: Date.UTC(2026, 2, 1), untilMs: null, agreement: second },
    ],
    draft: null,
    issues: [],
  },
};

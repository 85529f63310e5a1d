import type { Agreement } from './agreement.ts';
import { stageTerms } from './vocabulary/stage-terms.ts';

/**
 * The agreement that binds when there is none: two teams, three grades of readiness by engagement, UTC, 90 days for
 * every conversion. Nobody signed it, so it is a draft, and its name says what it is. Every default stands here, so
 * that nothing has to be computed on import.
 * @example defaultAgreement.windows.default // '90d'
 */
export const defaultAgreement: Agreement = {
  sameteam: 1,
  name: 'Default agreement (nobody has written one yet)',
  version: 0,
  effective: null,
  until: null,
  timeZone: 'UTC',
  currency: 'EUR',
  rates: {},
  fiscalYear: { starts: '01-01', week: 'mon' },
  teams: { marketing: {}, sales: {} },
  signatures: { required: ['marketing', 'sales'], witness: [], keys: {} },
  calendars: {
    default: {
      zone: 'UTC',
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      hours: ['09:00-17:00'],
      hoursOn: {},
      holidays: null,
      closed: [],
      halfDays: [],
    },
  },
  rosters: {},
  lists: {},
  terms: stageTerms,
  fields: [],
  exclusions: [],
  segments: [],
  overrides: {},
  territories: [],
  engagement: {
    owner: 'marketing',
    rules: [
      { id: 'demo_request', activity: 'demo_request', points: 40 },
      { id: 'webinar', activity: 'webinar', points: 15 },
      { id: 'visit', activity: 'visit', points: 1, cap: 10 },
    ],
  },
  questions: [],
  readiness: {
    hot: { engagement: { atLeast: 40 } },
    warm: { engagement: { atLeast: 15 } },
    raw: {},
  },
  qualified: { when: { readiness: ['hot', 'warm'] }, by: 'marketing' },
  handOffs: {
    to_sales: { from: 'marketing', to: 'sales', when: { readiness: ['hot', 'warm'] }, requires: [] },
  },
  programs: { nurture: { owner: 'marketing', for: ['raw'], exit: { readiness: ['hot', 'warm'] } } },
  sla: {
    acceptance: { of: 'marketing', metric: 'mql_to_sal_rate', atLeast: 0.5, per: 'month' },
    first_attempt: {
      of: 'sales',
      grain: 'cycle',
      from: 'lead.assigned',
      kept: { attempt: { automated: false } },
      within: { time: '1wd', calendar: 'owner' },
      // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
      then: [],
      repeat: false,
    },
    decision: {
      of: 'sales',
      grain: 'cycle',
      from: 'lead.assigned',
      kept: ['lead.accepted', 'lead.rejected', 'lead.recycled', 'lead.disqualified'],
      within: { time: '5wd', calendar: 'owner' },
      // biome-ignore lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
      then: [],
      repeat: false,
    },
  },
  /* biome-ignore-start lint/suspicious/noThenProperty: the word of the document; it is data and never awaited */
  reasons: {
    not_ready: { then: 'recycle', program: 'nurture', revisitAfter: '90d' },
    with_competitor: { then: 'recycle', program: 'nurture', revisitAfter: '180d' },
    unreachable: { then: 'recycle', program: 'nurture', revisitAfter: '30d' },
    wrong_profile: { then: 'disqualify' },
  },
  /* biome-ignore-end lint/suspicious/noThenProperty: end of the reasons */
  pipelines: {},
  sourcing: { rule: 'first_touch', window: '180d', influence: { window: '365d' } },
  expected: {},
  plan: {},
  goals: [],
  compensation: {},
  windows: { default: '90d' },
  index: { parts: [] },
  cadence: { review: 'week', pulse: 'month' },
  privacy: { repFigures: ['self', 'manager'], smallestGroup: 5 },
  order: { readiness: ['hot', 'warm', 'raw'], handOffs: ['to_sales'] },
};

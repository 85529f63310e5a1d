import { defineAgreement } from '@sameteam/agreement';

/** The agreement of the log of a team: what each side owes, two stages of deals, accounts that qualify, and a goal. */
export const teamAgreement = defineAgreement({
  sameteam: 1,
  name: 'Bench',
  timeZone: 'UTC',
  currency: 'EUR',
  teams: { marketing: {}, sales: {} },
  calendars: { default: { zone: 'UTC', days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours: ['09:00-17:00'] } },
  readiness: { hot: { engagement: { atLeast: 40 } }, warm: { engagement: { atLeast: 15 } }, raw: {} },
  qualified: { when: { readiness: ['hot', 'warm'] }, by: 'marketing', companies: { contacts: 2, within: '30d' } },
  handOffs: { to_sales: { from: 'marketing', to: 'sales', when: { readiness: ['hot', 'warm'] } } },
  programs: { nurture: { owner: 'marketing', for: ['raw'], exit: { readiness: ['hot', 'warm'] } } },
  engagement: {
    owner: 'marketing',
    rules: [
      { id: 'webinar', activity: 'webinar', points: 15 },
      { id: 'visit', activity: 'visit', points: 1, cap: 10 },
    ],
  },
  sla: {
    quality: { of: 'marketing', metric: 'mql_to_sal_rate', atLeast: 0.5, per: 'month' },
    first_attempt: {
      of: 'sales',
      from: 'lead.assigned',
      kept: { attempt: {} },
      within: { time: '1wd', calendar: 'owner' },
    },
    decision: {
      of: 'sales',
      from: 'lead.assigned',
      kept: ['lead.accepted', 'lead.rejected', 'lead.recycled', 'lead.disqualified'],
      within: '5wd',
    },
  },
  reasons: {
    // biome-ignore-start lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
    not_ready: { then: 'recycle', program: 'nurture', revisitAfter: '90d' },
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
  goals: [{ metric: 'bookings', per: 'quarter', target: 500_000, teams: ['marketing', 'sales'] }],
});

import { type TemplateOptions, templateCalendar, templateHead } from './template-options.ts';

/**
 * The text of an agreement for marketing, sales development and field sales: hot leads go to sales, warm ones to an
 * SDR who asks the qualifying questions, and a meeting that was held hands them over.
 * @returns YAML that loads and lints without an issue when zone, currency and country are right
 * @example sdrTeamTemplate({ name: 'Acme', timeZone: 'UTC', currency: 'USD', country: 'US' }).includes('holidays: US') // true
 */
export function sdrTeamTemplate(options: TemplateOptions): string {
  return `${templateHead(options)}
teams:
  marketing: { means: Wins leads and keeps them warm. }
  sales: { means: Account executives in the field., capacity: { people: 6, attempts: 25, leads: 3 } }
  sdr:
    partOf: sales
    means: Development reps, who turn warm leads into meetings.
    capacity: { people: 3, attempts: 50 }
${templateCalendar('09:00-17:30', options)}

terms:
  lead:
    means: A person of a company who showed interest and can be reached.
    entered: marketing
    requires: [contact.email, source.channel]
profile: # the perfect prospect, as sales defines it
  owner: sales
  rules:
    - { id: size, when: { field: company.employees, between: [50, 5000] }, points: 40 }
    - { id: role, when: { field: contact.role, in: [vp, c_level, head] }, points: 30 }
    - { id: industry, when: { field: company.industry, in: [software, manufacturing, logistics] }, points: 20 }
  grades: { A: 70, B: 40, C: 20 }
engagement: # what the things that a lead does are worth
  owner: marketing
  halfLife: 30d
  rules:
    - { id: demo, activity: demo_request, points: 40, why: Whoever asks for a demo wants to buy. }
    - { id: webinar, activity: webinar, points: 15, cap: 30 }
    - { id: whitepaper, activity: whitepaper, points: 10, cap: 20 }
    - { id: visit, activity: visit, points: 1, cap: 10 }
questions:
  - id: timeline
    ask: When do you want to start?
    askedBy: sdr
    answers: { under_3_months: 20, within_a_year: 10, later: 0 }
readiness: # the first that matches
  hot: { all: [{ grade: [A, B] }, { engagement: { atLeast: 40 } }] }
  warm: { any: [{ engagement: { atLeast: 15 } }, { answer: { timeline: [under_3_months, within_a_year] } }] }
  raw: {}
qualified: { when: { readiness: [hot, warm] }, by: marketing, companies: { contacts: 3, within: 30d } }

handOffs: # who gets which lead: the first that matches
  to_sales:
    from: marketing
    to: sales
    when: { readiness: hot }
    assign: { owner: account, otherwise: { rotate: weighted } }
  to_sdr: { from: marketing, to: sdr, when: { readiness: warm }, assign: { rotate: even } }
  sdr_to_sales:
    from: sdr
    to: sales
    when: { meeting: completed }
    requires: [answers.timeline]
    opens: opportunity
    assign: { owner: account, otherwise: { rotate: weighted } }
programs:
  newsletter: { owner: marketing, for: raw, exit: { readiness: [hot, warm] } }
  warm_drip: { owner: marketing, exit: { readiness: hot }, atMost: 180d, next: { program: newsletter } }

sla:
  volume: { of: marketing, count: { qualified: 120, hot: 30 }, per: month }
  quality: { of: marketing, metric: mql_to_sal_rate, atLeast: 0.6 }
  hot_first_attempt:
    of: sales
    applies: { readiness: hot }
    from: lead.assigned
    kept: { attempt: {} }
    within: 1wh
    target: 0.9
    then: [{ remind: 15m }, { reassign: pool, after: 2wh }]
  warm_first_attempt:
    of: sdr
    applies: { readiness: warm }
    from: lead.assigned
    kept: { attempt: {} }
    within: 1wd
    target: 0.9
  attempts: { of: sales, from: lead.assigned, kept: { attempts: 6 }, unless: [connected, replied], within: 8wd }
  decision:
    of: sales
    from: lead.assigned
    kept: [lead.accepted, lead.rejected, lead.recycled, lead.disqualified]
    within: 10wd
    then: [{ notify: head }]
  follow_up:
    of: sales
    from: lead.accepted
    kept: [opportunity.opened, lead.recycled, lead.disqualified]
    within: 15wd
  deal_alive:
    of: sales
    grain: opportunity
    from: opportunity.opened
    kept: [opportunity.moved, opportunity.won, opportunity.lost]
    within: 30d
    repeat: true
reasons: # why a lead or a deal is not pursued, and where the lead goes then
  not_ready: { then: recycle, program: warm_drip, revisitAfter: 90d, reviveWhen: { engagement: { atLeast: 40 } } }
  no_budget: { then: recycle, program: warm_drip, revisitAfter: 180d }
  with_competitor: { then: recycle, program: newsletter, revisitAfter: 300d }
  unreachable: { needs: attempts, then: recycle, program: newsletter, revisitAfter: 60d }
  wrong_profile: { then: disqualify }
  duplicate: { then: disqualify }

pipelines:
  new:
    stages:
      - { id: discovery, probability: 0.2, entered: sales, exit: Problem and budget are confirmed. }
      - { id: evaluation, probability: 0.4, entered: sales, exit: The buyer has chosen us for a trial. }
      - { id: proposal, probability: 0.6, entered: sales, requires: [opportunity.amount, opportunity.closeDate] }
      - { id: negotiation, probability: 0.8, entered: sales }
fields:
  - { field: opportunity.amount, entered: sales }
  - { field: opportunity.closeDate, entered: sales }
expected: { mql_to_sal: 0.6, mql_to_won: 0.08 }
goals: # the one measure that both are held to, down to the bonus
  - { metric: bookings, per: quarter, target: 500000, teams: [marketing, sales] }
compensation:
  marketing: [{ metric: bookings, share: 0.3 }, { metric: qualified, share: 0.3 }]
  sales: [{ metric: bookings, share: 0.8 }]
windows: { default: 90d, lead_to_win: 180d } # when the rate of a cohort is mature
`;
}

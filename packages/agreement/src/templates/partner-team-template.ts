import { type TemplateOptions, templateCalendar, templateHead } from './template-options.ts';

/**
 * The text of an agreement for a team that gets leads from partners and from vendors beside its own: each kind is a
 * segment with what is different for it.
 * @returns YAML that loads and lints without an issue when zone, currency and country are right
 * @example partnerTeamTemplate({ name: 'Acme', timeZone: 'UTC', currency: 'EUR' }).includes('id: vendor') // true
 */
export function partnerTeamTemplate(options: TemplateOptions): string {
  return `${templateHead(options)}
teams:
  marketing: { means: Wins leads and buys them from vendors. }
  sales: { means: Account executives. }
  partners: { partOf: sales, means: "Looks after partners, and after the leads that they bring." }
${templateCalendar('09:00-17:30', options)}

terms:
  lead:
    means: A person of a company who showed interest and can be reached.
    entered: marketing
    requires: [contact.email, source.channel]
  partner_lead:
    means: A lead that a partner has registered with us, and is not a customer yet.
    entered: partners
    requires: [source.channel, company.name]
exclusions: # count nowhere, and are counted apart
  - id: freemail_vendor_leads
    when: { all: [{ field: source.channel, is: vendor }, { field: company.domain, inList: freemail }] }
    then: disqualify
lists: { freemail: builtin }
segments: # the first that matches, fixed at the hand-off
  - { id: partner, when: { field: source.channel, is: partner } }
  - { id: vendor, when: { field: source.channel, is: vendor } }
overrides: # what is different for them
  partner: # registered by somebody who knows them, so to the partner team, and sooner
    handOffs: { to_sales: { to: partners, when: { readiness: [hot, warm, raw] } } }
    sla: { first_attempt: { within: { time: 4wh } } }
  vendor: # bought by the piece: nobody has spoken to them
    handOffs: { to_sales: { when: { readiness: hot } } }
    programs: { nurture: { for: [warm, raw], exit: { readiness: hot } } }
    windows: { default: 180d }

engagement: # what the things that a lead does are worth
  owner: marketing
  halfLife: 30d
  rules:
    - { id: demo, activity: demo_request, points: 40 }
    - { id: reply, activity: mail_reply, points: 25 }
    - { id: webinar, activity: webinar, points: 15, cap: 30 }
    - { id: visit, activity: visit, points: 1, cap: 10 }
readiness: # the first that matches
  hot: { engagement: { atLeast: 40 } }
  warm: { engagement: { atLeast: 15 } }
  raw: {}
qualified: { when: { readiness: [hot, warm] }, by: marketing }
handOffs:
  to_sales: { from: marketing, to: sales, when: { readiness: [hot, warm] }, assign: { rotate: even } }
programs:
  nurture: { owner: marketing, for: raw, exit: { readiness: [hot, warm] } }

sla:
  volume: { of: marketing, count: { qualified: 60 }, per: month }
  quality: { of: marketing, metric: mql_to_sal_rate, atLeast: 0.5 }
  first_attempt: { of: sales, from: lead.assigned, kept: { attempt: {} }, within: 1wd, target: 0.9 }
  attempts: { of: sales, from: lead.assigned, kept: { attempts: 5 }, unless: [connected, replied], within: 6wd }
  decision:
    of: sales
    from: lead.assigned
    kept: [lead.accepted, lead.rejected, lead.recycled, lead.disqualified]
    within: 8wd
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
reasons: # why a lead is not pursued, and where it goes then
  not_ready: { then: recycle, program: nurture, revisitAfter: 90d }
  with_competitor: { then: recycle, program: nurture, revisitAfter: 180d }
  unreachable: { needs: attempts, then: recycle, program: nurture, revisitAfter: 30d }
  known_already: { then: disqualify, means: We had this lead before the vendor or partner sent it. }
  wrong_profile: { then: disqualify }

goals: # the one measure that both are held to, down to the bonus
  - { metric: bookings, per: quarter, target: 200000, teams: [marketing, sales] }
compensation: { marketing: [{ metric: bookings, share: 0.3 }], sales: [{ metric: bookings, share: 0.8 }] }
windows: { default: 90d } # when the rate of a cohort is mature
`;
}

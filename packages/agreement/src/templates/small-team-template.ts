import { type TemplateOptions, templateCalendar, templateHead } from './template-options.ts';

/**
 * The text of an agreement for a small team without SDRs, on one screen, to be changed by the two heads.
 * @returns YAML that loads and lints without an issue when zone, currency and country are right
 * @example smallTeamTemplate({ name: 'Acme', timeZone: 'Europe/Berlin', currency: 'EUR' }).split('\n')[3] // 'name: "Acme"'
 */
export function smallTeamTemplate(options: TemplateOptions): string {
  return `${templateHead(options)}
teams: { marketing: {}, sales: {} }
${templateCalendar('09:00-17:00', options)}

engagement: # what the things that a lead does are worth
  owner: marketing
  halfLife: 30d
  rules:
    - { id: demo, activity: demo_request, points: 40 }
    - { id: webinar, activity: webinar, points: 15 }
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
  volume: { of: marketing, count: { qualified: 20 }, per: month }
  quality: { of: marketing, metric: mql_to_sal_rate, atLeast: 0.6 }
  first_attempt: { of: sales, from: lead.assigned, kept: { attempt: {} }, within: 1wd, target: 0.9 }
  attempts: { of: sales, from: lead.assigned, kept: { attempts: 4 }, unless: [connected, replied], within: 4wd }
  decision:
    of: sales
    from: lead.assigned
    kept: [lead.accepted, lead.rejected, lead.recycled, lead.disqualified]
    within: 5wd
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
  wrong_profile: { then: disqualify }

goals: # the one measure that both are held to, down to the bonus
  - { metric: bookings, per: quarter, target: 100000, teams: [marketing, sales] }
compensation: { marketing: [{ metric: bookings, share: 0.3 }], sales: [{ metric: bookings, share: 0.8 }] }
windows: { default: 90d } # when the rate of a cohort is mature
`;
}

/** What a new agreement needs to know of a team. */
export interface TemplateOptions {
  readonly name: string;
  /** A name of the IANA database. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly currency: string;
  /** Where the JSON Schema lies, for editors; the package in `node_modules` when absent. */
  readonly schema?: string;
}

const packaged = './node_modules/@sameteam/agreement/schema/agreement.schema.json';

/**
 * The text of an agreement for a small team without SDRs, on one screen, to be changed by the two heads.
 * @returns YAML that loads without an issue when zone and currency are right
 * @example smallTeamTemplate({ name: 'Acme', timeZone: 'Europe/Berlin', currency: 'EUR' }).split('\n')[3] // 'name: "Acme"'
 */
export function smallTeamTemplate({ name, timeZone, currency, schema = packaged }: TemplateOptions): string {
  return `# yaml-language-server: $schema=${schema}
# What sales and marketing owe each other. Change it together; "sameteam report" runs on it.
sameteam: 1
name: ${quoted(name)}
timeZone: ${plain(timeZone)}
currency: ${plain(currency)}
teams: { marketing: {}, sales: {} }

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
  decision:
    of: sales
    from: lead.assigned
    kept: [lead.accepted, lead.rejected, lead.recycled, lead.disqualified]
    within: 5wd
reasons: # why a lead is not pursued, and where it goes then
  not_ready: { then: recycle, program: nurture, revisitAfter: 90d }
  with_competitor: { then: recycle, program: nurture, revisitAfter: 180d }
  unreachable: { needs: first_attempt, then: recycle, program: nurture, revisitAfter: 30d }
  wrong_profile: { then: disqualify }

goals:
  - { metric: bookings, per: quarter, target: 100000, teams: [marketing, sales] }
windows: { default: 90d } # when the rate of a cohort is mature
`;
}

/** Text in the quotes of JSON, which YAML reads the same. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function plain(text: string): string {
  return /^[A-Za-z][A-Za-z0-9_/+-]*$/.test(text) ? text : quoted(text);
}

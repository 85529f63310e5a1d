/** What a map to begin with is made of. */
export interface MapSkeletonOptions {
  /** IANA name of the zone of times without one. */
  readonly zone: string;
  /** ISO 4217. */
  readonly currency: string;
}

/**
 * A map to begin with: a file of leads and a file of deals as most exports have them, to be bent to one's own headings.
 * @example mapSkeleton({ zone: 'Europe/Berlin', currency: 'EUR' }).split('\n')[0]
 */
export function mapSkeleton({ zone, currency }: MapSkeletonOptions): string {
  return `# How the rows of your exports become events. Change the headings to yours, then try it without writing anything:
#   sameteam import leads.csv deals.csv --map sameteam.map.yaml --db sameteam.duckdb --dry-run
# A draft from your own files is one command away:
#   sameteam import leads.csv --guess --db sameteam.duckdb
sameteam-map: 1
source: csv/crm # who says it; keep it, since it is part of the identity of each event
zone: ${zone} # of times that name none

files:
  leads:
    match: "*leads*.csv"
    rows: records # a changed row becomes an update; "events" would make it a conflict
    key: lead_id # what identifies a row
    events:
      - type: lead.captured
        subject: lead/{lead_id}
        time: { column: created_at, format: iso }
        data:
          contact: { email: { column: email }, role: { column: role } }
          company: { name: { column: company } }
          source: { channel: { column: source, case: snake }, campaign: { column: campaign } }
      - type: lead.qualified
        subject: lead/{lead_id}
        time: { column: qualified_at, format: iso }
        when: { column: qualified_at, present: true }
      - type: lead.accepted
        subject: lead/{lead_id}
        time: { column: accepted_at, format: iso }
        when: { column: accepted_at, present: true }

  deals:
    match: "*deals*.csv"
    rows: records
    key: deal_id
    events:
      - type: opportunity.opened
        subject: opportunity/{deal_id}
        time: { column: created_at, format: iso }
        data:
          leads: ["lead/{lead_id}"]
          amount: { column: amount, currency: ${currency} }
      - type: opportunity.won
        subject: opportunity/{deal_id}
        time: { column: won_at, format: iso }
        when: { column: won_at, present: true }
        data:
          leads: ["lead/{lead_id}"]
          amount: { column: amount, currency: ${currency} }
`;
}

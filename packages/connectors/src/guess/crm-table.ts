/** What a column is for. */
export type Role =
  | 'key'
  | 'captured'
  | 'qualified'
  | 'accepted'
  | 'salesQualified'
  | 'assigned'
  | 'attempted'
  | 'rejected'
  | 'recycled'
  | 'disqualified'
  | 'opened'
  | 'won'
  | 'lost'
  | 'closed'
  | 'changed'
  | 'email'
  | 'firstName'
  | 'lastName'
  | 'phone'
  | 'title'
  | 'country'
  | 'companyName'
  | 'companyDomain'
  | 'companyId'
  | 'employees'
  | 'industry'
  | 'channel'
  | 'medium'
  | 'campaign'
  | 'landingPage'
  | 'owner'
  | 'amount'
  | 'currency'
  | 'stage'
  | 'pipeline'
  | 'reason'
  | 'sentBackReason'
  | 'expectedClose'
  | 'isWon'
  | 'isLost'
  | 'leadIds'
  | 'contactId'
  | 'dealId';

/** A table that a CRM exports: how to know it, and what its columns are for. A preset is one file per CRM. */
export interface CrmTable {
  readonly crm: string;
  readonly kind: 'leads' | 'deals';
  /** Its name in the map. */
  readonly name: string;
  /** Each group needs one of its headings; case, blanks and signs do not count. */
  readonly signs: readonly (readonly string[])[];
  /** Headings of each role, the best first. */
  readonly roles: Readonly<Partial<Record<Role, readonly string[]>>>;
}

/** A heading as presets compare it: `Lead_Source`, `LeadSource` and `Lead source` are one. */
export function bareHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/^property_(hs_)?/, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

import type { SubjectKind } from '../vocabulary/subject.ts';

/** A typed id of each kind, as the examples use it. */
export const exampleSubject = {
  lead: 'lead/1042',
  contact: 'contact/311',
  company: 'company/acme',
  opportunity: 'opportunity/77',
  campaign: 'campaign/autumn-launch',
  agreement: 'agreement/acme-revenue-team',
  rep: 'rep/rep-7',
  team: 'team/sales',
  import: 'import/import-37',
  meeting: 'meeting/review-2026-10-09',
  task: 'task/offer-1042',
  dispute: 'dispute/12',
  action: 'action/31',
  pulse: 'pulse/2026-10',
  content: 'content/roi-guide',
} as const satisfies { readonly [K in SubjectKind]: `${K}/${string}` };

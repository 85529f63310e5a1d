/**
 * What the stages mean where an agreement does not say it: every count and rate names the clause that defines it, and
 * so there is always one.
 */
export const stageTerms = {
  lead: { means: 'One buying interest of a person.', entered: 'marketing', requires: ['source.channel'] },
  sal: { means: 'A qualified lead that sales has accepted to work on.', entered: 'sales', requires: [] },
  sql: { means: 'A lead that sales has found ready for a deal.', entered: 'sales', requires: [] },
  opportunity: { means: 'A deal that a lead has led to, open or closed.', entered: 'sales', requires: [] },
  customer: { means: 'A lead with a won deal.', entered: 'sales', requires: [] },
} as const;

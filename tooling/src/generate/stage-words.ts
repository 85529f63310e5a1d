/** The stages, as `@sameteam/model` has them, with the words in which metrics speak of them. */
export const stageWords = {
  captured: {
    short: 'captured',
    leads: 'captured leads',
    reached: 'were captured',
    owner: 'marketing',
    clause: 'terms.lead',
  },
  mql: { short: 'MQL', leads: 'MQLs', reached: 'became an MQL', owner: 'marketing', clause: 'qualified' },
  handed_off: {
    short: 'handed off',
    leads: 'handed-off leads',
    reached: 'were handed off',
    owner: 'marketing',
    clause: 'handOffs',
  },
  sal: {
    short: 'SAL',
    leads: 'accepted leads',
    reached: 'were accepted by sales',
    owner: 'sales',
    clause: 'terms.sal',
  },
  sql: {
    short: 'SQL',
    leads: 'sales-qualified leads',
    reached: 'were qualified by sales',
    owner: 'sales',
    clause: 'terms.sql',
  },
  opportunity: {
    short: 'opportunity',
    leads: 'leads with an opportunity',
    reached: 'got an opportunity',
    owner: 'sales',
    clause: 'terms.opportunity',
  },
  won: { short: 'won', leads: 'won leads', reached: 'were won', owner: 'both', clause: 'terms.customer' },
} as const;

/** One of the stages. */
export type Stage = keyof typeof stageWords;

/** In their order. */
export const stageNames = Object.keys(stageWords) as readonly Stage[];

import type { StageId } from '@sameteam/model';

/** How a stage is spoken of: the leads in it, how they come to it, and the event as a noun. */
export interface StageWords {
  readonly many: string;
  /** Leads that … */
  readonly become: string;
  /** Leads that … before. */
  readonly became: string;
  readonly event: string;
}

/**
 * How each stage is spoken of.
 * @example stageWords.mql.became // 'became an MQL'
 */
export const stageWords: Readonly<Record<StageId, StageWords>> = {
  captured: { many: 'captured leads', become: 'are captured', became: 'were captured', event: 'capture' },
  mql: { many: 'MQLs', become: 'become an MQL', became: 'became an MQL', event: 'becoming an MQL' },
  handed_off: {
    many: 'leads handed off',
    become: 'are handed off',
    became: 'were handed off',
    event: 'the hand-off',
  },
  sal: {
    many: 'SALs',
    become: 'are accepted by sales (SAL)',
    became: 'were accepted by sales (SAL)',
    event: 'being accepted by sales (SAL)',
  },
  sql: {
    many: 'SQLs',
    become: 'are qualified by sales (SQL)',
    became: 'were qualified by sales (SQL)',
    event: 'being qualified by sales (SQL)',
  },
  opportunity: {
    many: 'opportunities',
    become: 'become an opportunity',
    became: 'became an opportunity',
    event: 'becoming an opportunity',
  },
  won: { many: 'customers', become: 'are won', became: 'were won', event: 'being won' },
};

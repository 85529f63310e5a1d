import type { EventType } from './event-types.ts';

/**
 * The stages of a lead in their order: captured (inquiry), MQL, handed off, SAL, SQL, opportunity, won (customer).
 * @example stages.indexOf('sal') // 3
 */
export const stages = ['captured', 'mql', 'handed_off', 'sal', 'sql', 'opportunity', 'won'] as const;

/** One of {@link stages}. */
export type StageId = (typeof stages)[number];

/**
 * The event that says that a stage was reached. The events of `opportunity` and `won` are told of an
 * opportunity and reach the lead through its link.
 * @example stageEvent.mql // 'lead.qualified'
 */
export const stageEvent = {
  captured: 'lead.captured',
  mql: 'lead.qualified',
  handed_off: 'lead.handed_off',
  sal: 'lead.accepted',
  sql: 'lead.sales_qualified',
  opportunity: 'opportunity.opened',
  won: 'opportunity.won',
} as const satisfies Readonly<Record<StageId, EventType>>;

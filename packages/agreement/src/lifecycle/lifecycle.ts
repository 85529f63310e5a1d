import type { EventType, StageId } from '@sameteam/model';

/**
 * Where a lead stands: a stage that it has reached, or a way in which it left the path.
 * @example leadStates[0] // 'inquiry'
 */
export const leadStates = [
  'inquiry',
  'mql',
  'handed_off',
  'revived',
  'sal',
  'sql',
  'opportunity',
  'customer',
  'rejected',
  'recycled',
  'lost',
  'disqualified',
] as const;

/** One of {@link leadStates}. */
export type LeadState = (typeof leadStates)[number];

/**
 * The state that a lead is in when it has reached a stage.
 * @example stateOfStage.won // 'customer'
 */
export const stateOfStage = {
  captured: 'inquiry',
  mql: 'mql',
  handed_off: 'handed_off',
  sal: 'sal',
  sql: 'sql',
  opportunity: 'opportunity',
  won: 'customer',
} as const satisfies Readonly<Record<StageId, LeadState>>;

/**
 * States in which nothing more is owed. Every other state needs a way out.
 * @example finalStates.includes('recycled') // false
 */
export const finalStates: readonly LeadState[] = ['customer', 'disqualified'];

/** Events that a lead moves by. All others leave its state as it is. */
export type MovingEvent =
  | 'lead.captured'
  | 'lead.qualified'
  | 'lead.handed_off'
  | 'lead.accepted'
  | 'lead.sales_qualified'
  | 'lead.rejected'
  | 'lead.recycled'
  | 'lead.disqualified'
  | 'opportunity.opened'
  | 'opportunity.reopened'
  | 'opportunity.won'
  | 'opportunity.lost';

type Row = Readonly<Partial<Record<MovingEvent, LeadState>>>;

// A stage may be skipped: the later one counts for it (rule 19), so forward steps of any length are legal.
const forward = {
  'lead.handed_off': 'handed_off',
  'lead.accepted': 'sal',
  'lead.sales_qualified': 'sql',
  'opportunity.opened': 'opportunity',
  'opportunity.won': 'customer',
  'opportunity.lost': 'lost',
} as const;

const givenBack = {
  'lead.rejected': 'rejected',
  'lead.recycled': 'recycled',
  'lead.disqualified': 'disqualified',
} as const;

/**
 * The lifecycle of a lead: from each state, the events that may come and the state that they lead to. What is not
 * here is not legal. `new` is a lead before its capture.
 *
 * A lead that was recycled stays recycled while marketing qualifies it again, so that the next hand-off is known to
 * revive it. A second interest of the same lead (`lead.captured` again) moves nothing: sources are those of the first.
 * @example lifecycle.recycled['lead.handed_off'] // 'revived'
 */
export const lifecycle: Readonly<Record<LeadState | 'new', Row>> = {
  new: { 'lead.captured': 'inquiry' },
  inquiry: { 'lead.captured': 'inquiry', 'lead.qualified': 'mql', ...forward, 'lead.disqualified': 'disqualified' },
  mql: { 'lead.captured': 'mql', 'lead.qualified': 'mql', ...forward, ...givenBack },
  handed_off: { 'lead.captured': 'handed_off', ...forward, ...givenBack },
  revived: { 'lead.captured': 'revived', ...forward, 'lead.handed_off': 'revived', ...givenBack },
  sal: {
    ...forward,
    'lead.captured': 'sal',
    'lead.accepted': 'sal',
    'lead.recycled': 'recycled',
    'lead.disqualified': 'disqualified',
  },
  sql: {
    ...forward,
    'lead.captured': 'sql',
    'lead.accepted': 'sql',
    'lead.recycled': 'recycled',
    'lead.disqualified': 'disqualified',
  },
  opportunity: {
    'lead.captured': 'opportunity',
    'lead.handed_off': 'opportunity',
    'lead.accepted': 'opportunity',
    'lead.sales_qualified': 'opportunity',
    'lead.recycled': 'recycled',
    'lead.disqualified': 'disqualified',
    'opportunity.opened': 'opportunity',
    'opportunity.reopened': 'opportunity',
    'opportunity.won': 'customer',
    'opportunity.lost': 'lost',
  },
  customer: {
    'lead.captured': 'customer',
    'opportunity.opened': 'customer',
    'opportunity.reopened': 'opportunity',
    'opportunity.won': 'customer',
    'opportunity.lost': 'customer',
  },
  rejected: {
    'lead.captured': 'rejected',
    'lead.qualified': 'mql',
    'lead.handed_off': 'handed_off',
    'lead.recycled': 'recycled',
    'lead.disqualified': 'disqualified',
  },
  recycled: {
    'lead.captured': 'recycled',
    'lead.qualified': 'recycled',
    'lead.handed_off': 'revived',
    'lead.disqualified': 'disqualified',
  },
  lost: {
    'lead.captured': 'lost',
    'lead.qualified': 'mql',
    'lead.handed_off': 'handed_off',
    'lead.recycled': 'recycled',
    'lead.disqualified': 'disqualified',
    'opportunity.opened': 'opportunity',
    'opportunity.reopened': 'opportunity',
    'opportunity.won': 'customer',
    'opportunity.lost': 'lost',
  },
  disqualified: { 'lead.captured': 'disqualified' },
};

/** Where an event leads that came although it was not legal: what was recorded is kept. */
export const recordedState = {
  'lead.captured': 'inquiry',
  'lead.qualified': 'mql',
  ...forward,
  'opportunity.reopened': 'opportunity',
  ...givenBack,
} as const satisfies Readonly<Record<MovingEvent, LeadState>>;

/**
 * Whether a lead moves by events of a type. `lead.stage_reset` moves it too, to the stage that it names.
 * @example isMovingEvent('lead.attempted') // false
 */
export function isMovingEvent(type: EventType): type is MovingEvent {
  return Object.hasOwn(recordedState, type);
}

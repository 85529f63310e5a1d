import { type EventType, type StageId, stages } from '@sameteam/model';
import type { FactGrain } from '../../facts/schema/fact-schema.ts';
import { isRecordedHandOff } from '../../metrics/row-sets.ts';
import type { RowTest } from '../../plan/row-test.ts';
import { anyOf, everyRow, has, hasNoBit, isAtLeast, isOneOf, rowsWith } from '../row-tests.ts';

/** A column that says something of a kind of record; of a term only where it is one of some values. */
export interface RecordColumn {
  readonly column: string;
  readonly values?: readonly string[];
  /** Only where a metric asks for these values and no others. */
  readonly alone?: true;
}

/** A kind of thing that somebody has to record, or no number can tell of it. */
export interface RecordKind {
  /** After "No … was ever recorded". */
  readonly noun: string;
  /** The events that record it. */
  readonly events: readonly EventType[];
  /** The facts that show that there is one, be it by implication, and those that show one that was recorded itself. */
  readonly found: { readonly grain: FactGrain; readonly anchor: string; readonly rows: RowTest };
  readonly recorded?: { readonly grain: FactGrain; readonly anchor: string; readonly rows: RowTest };
  /** Columns of facts that are made of it; `every` for a grain whose rows all are. */
  readonly columns: { readonly [G in FactGrain]?: readonly RecordColumn[] | 'every' };
  /** The kind without which there is none of this one either. */
  readonly of?: string;
}

const plain = (...columns: readonly string[]): readonly RecordColumn[] => columns.map((column) => ({ column }));
const of = (grain: FactGrain, anchor: string, rows: RowTest) => ({ grain, anchor, rows });
const leadsWith = (column: string) => of('leads', 'at_captured', rowsWith(has(column)));
const dealsWith = (column: string) => of('opportunities', 'at_opportunity', rowsWith(has(column)));
const recordedStage = (stage: StageId) =>
  of('leads', 'at_captured', rowsWith(has(`at_${stage}`), hasNoBit('implied', stages.indexOf(stage))));
const changesOf = (...kinds: readonly string[]) => of('changes', 'at_changed', rowsWith(isOneOf('kind', ...kinds)));

/** Every kind, in the order in which a lead comes by them. */
export const recordKinds = {
  qualifications: {
    noun: 'qualification by marketing',
    events: ['lead.qualified'],
    found: leadsWith('at_mql'),
    recorded: recordedStage('mql'),
    columns: { leads: plain('at_mql') },
  },
  hand_offs: {
    noun: 'hand-off',
    events: ['lead.handed_off'],
    found: leadsWith('at_handed_off'),
    recorded: of('cycles', 'at_handed_off', rowsWith(isRecordedHandOff)),
    columns: { leads: plain('at_handed_off') },
  },
  owners: {
    noun: 'owner',
    events: ['lead.assigned'],
    found: of('leads', 'at_captured', anyOf(rowsWith(has('at_assigned')), rowsWith(has('owner_at_now')))),
    columns: {
      leads: plain('owner_at_now', 'at_assigned'),
      cycles: plain('at_assigned', 'worked_to_assigned'),
    },
  },
  attempts: {
    noun: 'attempt of a rep',
    events: ['lead.attempted'],
    found: leadsWith('at_attempted'),
    columns: {
      leads: plain('at_attempted', 'attempts'),
      cycles: plain('at_attempted', 'attempts', 'worked_to_attempted'),
    },
  },
  connects: {
    noun: 'attempt that reached somebody',
    events: ['lead.attempted'],
    found: leadsWith('at_connected'),
    columns: { leads: plain('at_connected'), cycles: plain('at_connected') },
    of: 'attempts',
  },
  replies: {
    noun: 'reply of a lead',
    events: ['lead.replied'],
    found: of('cycles', 'at_handed_off', rowsWith(has('at_replied'))),
    columns: { cycles: plain('at_replied') },
  },
  acceptances: {
    noun: 'acceptance by sales',
    events: ['lead.accepted'],
    found: leadsWith('at_sal'),
    recorded: recordedStage('sal'),
    columns: { leads: plain('at_sal'), cycles: plain('at_accepted') },
  },
  rejections: {
    noun: 'rejection',
    events: ['lead.rejected'],
    found: leadsWith('at_rejected'),
    columns: { leads: plain('at_rejected'), cycles: plain('at_rejected') },
  },
  recyclings: {
    noun: 'lead passed back to marketing',
    events: ['lead.recycled'],
    found: leadsWith('at_recycled'),
    columns: { leads: plain('at_recycled', 'at_revived', 'at_revisit'), cycles: plain('at_recycled') },
  },
  disqualifications: {
    noun: 'disqualification',
    events: ['lead.disqualified'],
    found: leadsWith('at_disqualified'),
    columns: { leads: plain('at_disqualified') },
  },
  sales_qualifications: {
    noun: 'qualification by sales',
    events: ['lead.sales_qualified'],
    found: leadsWith('at_sql'),
    recorded: recordedStage('sql'),
    columns: { leads: plain('at_sql'), cycles: plain('at_sql') },
  },
  next_steps: {
    noun: 'next step that is still to come',
    events: ['task.changed', 'meeting.changed', 'nurture.entered'],
    found: of('leads', 'at_captured', anyOf(rowsWith(isAtLeast('has_next_step', 1)), rowsWith(has('at_next_step')))),
    columns: { leads: plain('has_next_step', 'at_next_step') },
  },
  meetings: {
    noun: 'meeting',
    events: ['meeting.changed'],
    found: of('meetings', 'at_booked', everyRow),
    columns: { meetings: 'every' },
  },
  meetings_held: {
    noun: 'meeting that was held',
    events: ['meeting.changed'],
    found: of('meetings', 'at_booked', rowsWith(has('at_held'))),
    columns: { meetings: plain('at_held') },
    of: 'meetings',
  },
  meetings_missed: {
    noun: 'meeting that was missed',
    events: ['meeting.changed'],
    found: of('meetings', 'at_booked', rowsWith(has('at_no_show'))),
    columns: { meetings: plain('at_no_show') },
    of: 'meetings',
  },
  opportunities: {
    noun: 'opportunity',
    events: ['opportunity.opened'],
    found: dealsWith('at_opportunity'),
    recorded: recordedStage('opportunity'),
    columns: { leads: plain('at_opportunity'), opportunities: 'every', spans: 'every' },
  },
  amounts: {
    noun: 'amount of a deal',
    events: ['opportunity.opened', 'opportunity.changed', 'opportunity.won'],
    found: dealsWith('amount'),
    columns: { opportunities: plain('amount'), spans: plain('amount') },
    of: 'opportunities',
  },
  close_days: {
    noun: 'planned day of closing',
    events: ['opportunity.opened', 'opportunity.changed'],
    found: dealsWith('close_day'),
    columns: {
      opportunities: plain('close_day', 'pushes', 'at_first_push'),
      spans: plain('close_day', 'next_close_day'),
    },
    of: 'opportunities',
  },
  wins: {
    noun: 'won deal',
    events: ['opportunity.won'],
    found: dealsWith('at_won'),
    columns: {
      leads: plain('at_won'),
      opportunities: [{ column: 'at_won' }, { column: 'outcome', values: ['won'] }],
      spans: [{ column: 'left', values: ['won'] }],
    },
    of: 'opportunities',
  },
  losses: {
    noun: 'lost deal',
    events: ['opportunity.lost'],
    found: dealsWith('at_lost'),
    columns: {
      leads: plain('at_lost'),
      opportunities: [{ column: 'at_lost' }, { column: 'outcome', values: ['lost'] }],
      spans: [{ column: 'left', values: ['lost'] }],
    },
    of: 'opportunities',
  },
  renewals: {
    noun: 'renewal',
    events: ['customer.changed'],
    found: changesOf('renewal'),
    columns: { changes: [{ column: 'kind', values: ['renewal'], alone: true }] },
    of: 'wins',
  },
  expansions: {
    noun: 'expansion',
    events: ['customer.changed'],
    found: changesOf('upsell', 'cross_sell'),
    columns: { changes: [{ column: 'kind', values: ['upsell', 'cross_sell'], alone: true }] },
    of: 'wins',
  },
  downgrades: {
    noun: 'downgrade',
    events: ['customer.changed'],
    found: changesOf('downgrade'),
    columns: { changes: [{ column: 'kind', values: ['downgrade'], alone: true }] },
    of: 'wins',
  },
  churn: {
    noun: 'churn',
    events: ['customer.changed'],
    found: changesOf('churn'),
    columns: { changes: [{ column: 'kind', values: ['churn'] }] },
    of: 'wins',
  },
  spend: {
    noun: 'spend',
    events: ['campaign.spent'],
    found: of('spend', 'at_spent', everyRow),
    columns: { spend: 'every' },
  },
  answers: {
    noun: 'answer to the pulse',
    events: ['pulse.answered'],
    found: of('pulses', 'at_answered', everyRow),
    columns: { pulses: 'every' },
  },
} as const satisfies Readonly<Record<string, RecordKind>>;

/** Id of a kind of record. */
export type RecordKindId = keyof typeof recordKinds;

/** All of them. */
export const recordKindIds = Object.keys(recordKinds) as readonly RecordKindId[];

/** A kind by its id. */
export function recordKind(id: RecordKindId): RecordKind {
  return recordKinds[id];
}

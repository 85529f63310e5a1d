import type { Agreement } from '@sameteam/agreement';
import type { EventType } from '@sameteam/model';
import { type RecordKindId, recordKind, recordKindIds } from './record-kinds.ts';

/** What has to be recorded before a clause of the SLA can be judged. */
export interface ClauseRecords {
  /** Address, such as `sla.first_attempt`. */
  readonly clause: string;
  /** The event that starts its clock. */
  readonly from: EventType;
  /** Kinds without which its clock never starts. */
  readonly starts: readonly RecordKindId[];
  /** Kinds of which one keeps it; none where it can be kept by what no kind tells of. */
  readonly keeps: readonly RecordKindId[];
}

/** The clauses of an agreement that promise a time. */
export function clauseRecords({ sla }: Pick<Agreement, 'sla'>): readonly ClauseRecords[] {
  return Object.entries(sla).flatMap(([id, clause]): readonly ClauseRecords[] => {
    if (!('kept' in clause)) return [];
    const { from, grain, kept } = clause;
    // A cycle without a hand-off that was recorded starts no clock, unless it starts with a decision or later.
    const ofHandOff: readonly RecordKindId[] = grain === 'cycle' && early.includes(from) ? ['hand_offs'] : [];
    const started = kindsOf(from);
    return [
      {
        clause: `sla.${id}`,
        from,
        starts: [...new Set([...ofHandOff, ...(from === 'lead.captured' ? [] : started)])],
        keeps: keptBy(kept),
      },
    ];
  });
}

/** What starts a clock only in a hand-off that was recorded. */
const early: readonly EventType[] = ['lead.handed_off', 'lead.assigned', 'lead.attempted'];

function keptBy(kept: KeptBy): readonly RecordKindId[] {
  if (typeof kept === 'string') return kindsOf(kept);
  if ('attempt' in kept) return [kept.attempt.connected === true ? 'connects' : 'attempts'];
  if ('attempts' in kept) return ['attempts'];
  if ('meeting' in kept) return ['meetings'];
  const kinds = kept.map(kindsOf);
  return kinds.some((some) => some.length === 0) ? [] : [...new Set(kinds.flat())];
}

type KeptBy = Extract<Agreement['sla'][string], { readonly kept: unknown }>['kept'];

/** The first kind that an event records: the others are parts of it. */
function kindsOf(type: EventType): readonly RecordKindId[] {
  const events = (id: RecordKindId): readonly EventType[] => recordKind(id).events;
  const found = recordKindIds.find((id) => events(id)[0] === type && recordKind(id).of === undefined);
  const part = recordKindIds.find((id) => events(id)[0] === type);
  const kind = found ?? part;
  return kind === undefined || manyOthers.includes(type) ? [] : [kind];
}

/** Types that record more than the kind tells of: a task that is done is no next step any more. */
const manyOthers: readonly EventType[] = ['task.changed', 'customer.changed', 'opportunity.changed'];

import { fieldCheck } from '@sameteam/model';
import type { CompiledEvent } from '../map/compile-event.ts';
import { leavesOf, type ValueLeaf } from '../map/compile-value.ts';
import type { RowContext } from '../map/row-context.ts';
import { type EventPlan, type PickPayload, planEvent } from './plan-event.ts';
import type { WrittenEvent } from './written-event.ts';
import { type WrittenLeaf, writtenLeaves } from './written-leaf.ts';

/** Writes one event of a file. */
export interface EventWriter {
  /** The event of the row; `null` when it has none, `undefined` when the row must be read. */
  write(key: string): WrittenEvent | null | undefined;
  /** Learns how such an event is written, after the model has taken the one that `write` left open last. */
  learn(): void;
}

/** So many forms of an event are known at most: combinations of leaves that are there. */
const mostPlans = 500;

/** The last millisecond of the year 9999, beyond which the model takes no time. */
const lastInstantMs = 253_402_300_799_999;

const none = -1;

/**
 * Makes the writer of an event. It writes what has the same leaves as an event that the model has taken, where each leaf
 * passes the check of its field: then the model would take it too, for it checks nothing across fields.
 * @param row the row that is read
 * @param pick what is wanted of the event beside its data
 * @returns `null` for an event with leaves that cannot be checked each for itself
 */
export function createEventWriter(event: CompiledEvent, row: RowContext, pick: PickPayload): EventWriter | null {
  const { type, source, holds } = event;
  const placed = leavesOf(event.data);
  const leaves = writtenLeaves(type, placed);
  const checkId = fieldCheck(type, ['id']);
  const checkSubject = fieldCheck(type, ['subject']);
  if (leaves === null || checkId === null || checkSubject === null) return null;
  const fragments = new Array<string>(placed.length).fill('');
  const plans = new Map<number, EventPlan>();
  let known: EventPlan | undefined;
  let knownMask = none;
  let unknownMask = none;

  /** The sum of the bits of the leaves that are there; -1 where one of them must be looked at. */
  const readLeaves = (): number => {
    let mask = 0;
    for (const { read, text, bit, nullBit, place } of leaves) {
      const value = read(row);
      if (value === undefined) continue;
      if (!text.take(value)) return none;
      fragments[place] = text.text;
      mask += value === null && nullBit !== null ? nullBit : bit;
    }
    return mask;
  };

  return {
    write(key) {
      unknownMask = none;
      if (holds !== null && !holds(row)) return null;
      const subject = event.subject(row);
      const id = event.id(row, key);
      const timeMs = event.timeMs(row);
      if (subject === undefined || id === undefined || timeMs === undefined || timeMs > lastInstantMs) return undefined;
      if (!checkId(id) || !checkSubject(subject)) return undefined;
      const mask = readLeaves();
      if (mask === none) return undefined;
      if (mask !== knownMask) {
        const plan = plans.get(mask);
        if (plan === undefined) {
          unknownMask = mask;
          return undefined;
        }
        known = plan;
        knownMask = mask;
      }
      const plan = known as EventPlan;
      const data = plan.data(fragments);
      return {
        type,
        timeMs,
        source,
        id,
        subject,
        data,
        personal: plan.personal === null ? null : plan.personal(fragments),
        payload: plan.payload === null ? null : plan.payload === plan.data ? data : plan.payload(fragments),
      };
    },
    learn() {
      if (unknownMask === none || plans.size === mostPlans) return;
      plans.set(unknownMask, planEvent(event, leavesThere(leaves, unknownMask), row, pick));
    },
  };
}

function leavesThere(leaves: readonly WrittenLeaf[], mask: number): ReadonlyMap<ValueLeaf, number | null> {
  // Beyond 31 bits there are no bitwise operators.
  const has = (bit: number | null) => bit !== null && Math.floor(mask / bit) % 2 === 1;
  const there = leaves.filter(({ bit, nullBit }) => has(bit) || has(nullBit));
  return new Map(there.map(({ leaf, place, nullBit }) => [leaf, has(nullBit) ? null : place]));
}

import { fieldCheck } from '@sameteam/model';
import type { CompiledEvent } from '../map/compile-event.ts';
import { leavesOf, type ValueLeaf } from '../map/compile-value.ts';
import type { RowContext } from '../map/row-context.ts';
import { findValues } from './find-values.ts';
import { type EventPlan, planEvent } from './plan-event.ts';
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
 * @param valuePaths where in `data` the texts stand that are wanted beside it
 * @returns `null` for an event with leaves that cannot be checked each for itself
 */
export function createEventWriter(
  event: CompiledEvent,
  row: RowContext,
  valuePaths: readonly (readonly string[])[],
): EventWriter | null {
  const { type, source, holds } = event;
  const placed = leavesOf(event.data);
  const leaves = writtenLeaves(type, placed);
  const valuePlaces = findValues(valuePaths, placed);
  const checkId = fieldCheck(type, ['id']);
  const checkSubject = fieldCheck(type, ['subject']);
  if (leaves === null || valuePlaces === null || checkId === null || checkSubject === null) return null;
  const fragments = new Array<string>(placed.length).fill('');
  const values = placed.map(({ leaf }) => (leaf.isConstant ? leaf.read(row) : undefined));
  const plans = new Map<number, EventPlan>();
  let known: EventPlan | undefined;
  let knownMask = none;
  let unknownMask = none;

  /** The sum of the bits of the leaves that are there; -1 where one of them must be looked at. */
  const readLeaves = (): number => {
    let mask = 0;
    for (const { read, text, bit, place } of leaves) {
      const value = read(row);
      values[place] = undefined;
      if (value === undefined) continue;
      if (!text.take(value)) return none;
      values[place] = text.value;
      fragments[place] = text.text;
      mask += bit;
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
      return {
        type,
        timeMs,
        source,
        id,
        subject,
        data: plan.data(fragments),
        personal: plan.personal === null ? null : plan.personal(fragments),
        values: said(values, valuePlaces),
      };
    },
    learn() {
      if (unknownMask === none || plans.size === mostPlans) return;
      plans.set(unknownMask, planEvent(event, leavesThere(leaves, unknownMask), row));
    },
  };
}

function leavesThere(leaves: readonly WrittenLeaf[], mask: number): ReadonlyMap<ValueLeaf, number> {
  // Beyond 31 bits there are no bitwise operators.
  const there = leaves.filter(({ bit }) => Math.floor(mask / bit) % 2 === 1);
  return new Map(there.map(({ leaf, place }) => [leaf, place]));
}

function said(values: readonly unknown[], at: readonly number[]): WrittenEvent['values'] {
  const texts = new Array<string | null | undefined>(at.length);
  for (let index = 0; index < at.length; index += 1) {
    const value = values[at[index] as number];
    texts[index] = typeof value === 'string' || value === null ? value : undefined;
  }
  return texts;
}

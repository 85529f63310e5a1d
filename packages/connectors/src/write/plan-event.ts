import { type EventType, type JsonObject, splitPersonal } from '@sameteam/model';
import { type CompiledEvent, mappedEvent } from '../map/compile-event.ts';
import type { ValueLeaf } from '../map/compile-value.ts';
import { readGroup } from '../map/read-group.ts';
import type { RowContext } from '../map/row-context.ts';

/** Writes a text around the fragments at certain places. */
export type WriteText = (fragments: readonly string[]) => string;

/** The texts of an event that has certain leaves and no others. */
export interface EventPlan {
  readonly data: WriteText;
  readonly personal: WriteText | null;
  /** That of the data, where the two are the same. */
  readonly payload: WriteText | null;
}

/**
 * Picks what is wanted of an event beside its data. Of personal fields it may ask only whether they are said and whether
 * they are null; its keys must be in the order of RFC 8785.
 */
export type PickPayload = (type: EventType, data: JsonObject, personal: JsonObject | null) => JsonObject | null;

/**
 * Finds out how an event with these leaves is written, by writing one with marks instead of values.
 * @param leaves the places of the leaves that are there, `null` for one that says null; the constant ones are always,
 *   and need none
 * @param row any row
 */
export function planEvent(
  event: CompiledEvent,
  leaves: ReadonlyMap<ValueLeaf, number | null>,
  row: RowContext,
  pick: PickPayload,
): EventPlan {
  // A mark beyond Latin-1 would make two bytes a character of each text that is cut at it, and of all that is written with it.
  let mark = '#';
  while (JSON.stringify(markedEvent(event, leaves, row, '')).includes(mark)) mark += mark;
  const marked = markedEvent(event, leaves, row, mark);
  const { data, personal } = splitPersonal(marked);
  const cut = (value: unknown) => cutAt(mark, JSON.stringify(value));
  const payload = pick(event.type, data, personal);
  const whole = cut(data);
  return {
    data: whole,
    personal: personal === null ? null : cut(personal),
    payload: payload === null ? null : JSON.stringify(payload) === JSON.stringify(data) ? whole : cut(payload),
  };
}

function markedEvent(
  event: CompiledEvent,
  leaves: ReadonlyMap<ValueLeaf, number | null>,
  row: RowContext,
  mark: string,
) {
  const fields = readGroup<RowContext>(event.data, (leaf) => {
    if (leaf.isConstant) return leaf.read;
    const place = leaves.get(leaf);
    return () => (place === undefined || place === null ? place : mark + place);
  });
  return mappedEvent({
    data: fields(row),
    id: 'id',
    source: event.source,
    subject: 'subject',
    time: 'time',
    type: event.type,
  });
}

function cutAt(mark: string, text: string): WriteText {
  // Literals, and between them the places of fragments.
  const parts = text.split(new RegExp(`"${mark}(\\d+)"`));
  const gaps = Int32Array.from({ length: (parts.length - 1) / 2 }, (_, gap) => Number(parts[2 * gap + 1]));
  return (fragments) => {
    for (let gap = 0; gap < gaps.length; gap += 1) parts[2 * gap + 1] = fragments[gaps[gap] as number] as string;
    // As fast as adding them up, and the text is in one piece: a tree of pieces lives on until the batch is packed.
    return parts.join('');
  };
}

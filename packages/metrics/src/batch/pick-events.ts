import type { EventBatch, EventColumns } from './event-batch.ts';
import { packEvents } from './pack-events.ts';
import { PayloadTexts } from './payload-texts.ts';

/**
 * Some events of a batch, in their order.
 * @param columns the batch, taken apart
 * @param places those that are wanted, ascending
 */
export function pickEvents(columns: EventColumns, places: readonly number[]): EventBatch {
  const pick = <T>(values: readonly T[]): readonly T[] => places.map((place) => values[place] as T);
  return packEvents({
    ...columns,
    count: places.length,
    group: Int32Array.from(places, (place) => columns.group[place] as number),
    type: Uint8Array.from(places, (place) => columns.type[place] as number),
    timeMs: Float64Array.from(places, (place) => columns.timeMs[place] as number),
    source: pick(columns.source),
    id: pick(columns.id),
    subject: pick(columns.subject),
    data: pick(columns.data),
    personal: pick(columns.personal),
    attributes: pick(columns.attributes),
    ...pickPayloads(columns, places),
  });
}

/** What those events say, and nothing that only others say: an event that was refused leaves no trace. */
function pickPayloads({ terms, says }: EventColumns, places: readonly number[]): Pick<EventBatch, 'terms' | 'says'> {
  const texts = new PayloadTexts();
  for (const place of places) texts.push(terms[says[place] as number] ?? null);
  return texts.take();
}

/**
 * Copies the items of `width` numbers at those places.
 * @param to as long as all of them together
 * @returns `to`
 */
export function pickItems<T extends Uint8Array | Int32Array>(
  from: T,
  to: T,
  { places, width }: { readonly places: ArrayLike<number>; readonly width: number },
): T {
  for (let at = 0; at < places.length; at++) {
    const start = (places[at] as number) * width;
    for (let item = 0; item < width; item++) to[at * width + item] = from[start + item] as number;
  }
  return to;
}

import { groupBy } from '../../group-by.ts';
import type { Arrow, Slot } from './layered-layout.ts';

const sweeps = 16;

/**
 * Orders the slots of each layer so that few arrows cross: each comes to the mean of its neighbours in the layer above,
 * then below, again and again; the order with the fewest crossings is kept.
 */
export function orderLayers(
  layers: readonly (readonly Slot[])[],
  links: readonly Arrow[],
): readonly (readonly Slot[])[] {
  const above = groupBy(links, ({ to }) => to);
  const below = groupBy(links, ({ from }) => from);
  let current = layers.map((slots) => [...slots]);
  let best = current;
  let fewest = crossings(current, links);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    const down = sweep % 2 === 0;
    const next = current.map((slots) => [...slots]);
    const order = next.map((_, index) => (down ? index : next.length - 1 - index));
    for (const index of order) {
      const neighbours = next[down ? index - 1 : index + 1];
      const slots = next[index];
      if (neighbours === undefined || slots === undefined) continue;
      const place = new Map(neighbours.map(({ id }, at) => [id, at]));
      const own = new Map(slots.map(({ id }, at) => [id, at]));
      const mean = ({ id }: Slot) => {
        const met = down ? (above.get(id) ?? []).map(({ from }) => from) : (below.get(id) ?? []).map(({ to }) => to);
        const places = met.flatMap((other) => place.get(other) ?? []);
        return places.length === 0 ? (own.get(id) ?? 0) : places.reduce((sum, at) => sum + at, 0) / places.length;
      };
      const means = new Map(slots.map((slot) => [slot.id, mean(slot)]));
      slots.sort((a, b) => (means.get(a.id) ?? 0) - (means.get(b.id) ?? 0));
    }
    current = next;
    const found = crossings(current, links);
    if (found < fewest) [best, fewest] = [current, found];
  }
  return best;
}

/** How many pairs of arrows between neighbouring layers cross. */
export function crossings(layers: readonly (readonly Slot[])[], links: readonly Arrow[]): number {
  const at = new Map(layers.flatMap((slots, layer) => slots.map(({ id }, place) => [id, { layer, place }] as const)));
  const placed = links.flatMap(({ from, to }) => {
    const [start, end] = [at.get(from), at.get(to)];
    return start === undefined || end === undefined ? [] : [{ layer: start.layer, from: start.place, to: end.place }];
  });
  let count = 0;
  for (const [index, a] of placed.entries()) {
    for (const b of placed.slice(index + 1)) {
      if (a.layer === b.layer && (a.from - b.from) * (a.to - b.to) < 0) count++;
    }
  }
  return count;
}

import type { Arrow, Slot } from './layered-layout.ts';

const rounds = 200;

// Weights fall with the distance, so that one sharp bend is cheaper than many soft ones and most of a long arrow is straight.
const softBend = 6;

/**
 * The middle of each slot: as near to its neighbours as its order in the layer allows, in weighted least squares over all
 * arrows. A bend in a long arrow costs more than a box that stands aside. One layer is solved exactly while the others stand
 * still, again and again. Source: Gansner, Koutsofios, North and Vo 1993 for the weights of long arrows.
 * @returns places from 0 to the right
 */
export function assignX(
  layers: readonly (readonly Slot[])[],
  links: readonly Arrow[],
  gap: number,
): ReadonlyMap<string, number> {
  const x = new Map<string, number>();
  for (const slots of layers) {
    for (const [id, place] of packed(
      slots.map((slot) => ({ slot, want: 0, pull: 1 })),
      gap,
    ))
      x.set(id, place);
  }
  const neighbours = neighboursOf(links);
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? layers : layers.toReversed();
    for (const slots of order) {
      const pulled = slots.map((slot) => pulledTo(slot, neighbours.get(slot.id) ?? [], x));
      for (const [id, place] of packed(pulled, gap)) x.set(id, place);
    }
  }
  const left = Math.min(...layers.flat().map(({ id, width }) => (x.get(id) ?? 0) - width / 2));
  return new Map([...x].map(([id, place]) => [id, place - left]));
}

interface Neighbour {
  readonly id: string;
  readonly pull: number;
}

function neighboursOf(links: readonly Arrow[]): ReadonlyMap<string, readonly Neighbour[]> {
  const found = new Map<string, Neighbour[]>();
  const passes = (id: string) => id.startsWith('pass/');
  for (const { from, to } of links) {
    const pull = passes(from) && passes(to) ? 8 : passes(from) || passes(to) ? 2 : 1;
    found.set(from, [...(found.get(from) ?? []), { id: to, pull }]);
    found.set(to, [...(found.get(to) ?? []), { id: from, pull }]);
  }
  return found;
}

interface Pulled {
  readonly slot: Slot;
  readonly want: number;
  readonly pull: number;
}

function pulledTo(slot: Slot, neighbours: readonly Neighbour[], x: ReadonlyMap<string, number>): Pulled {
  const here = x.get(slot.id) ?? 0;
  let [sum, pull] = [0, 0];
  for (const { id, pull: own } of neighbours) {
    const there = x.get(id) ?? 0;
    const weight = own / (1 + Math.abs(there - here) / softBend);
    sum += there * weight;
    pull += weight;
  }
  return pull === 0 ? { slot, want: here, pull: 0.1 } : { slot, want: sum / pull, pull };
}

/** Least squares with a least distance: pool adjacent violators (Barlow et al. 1972) after taking the distances off. */
function packed(pulled: readonly Pulled[], gap: number): readonly (readonly [string, number])[] {
  const offsets: number[] = [];
  for (const [index, { slot }] of pulled.entries()) {
    const before = pulled[index - 1]?.slot;
    offsets.push(before === undefined ? 0 : (offsets[index - 1] ?? 0) + (before.width + slot.width) / 2 + gap);
  }
  const blocks: { sum: number; pull: number; size: number }[] = [];
  for (const [index, { want, pull }] of pulled.entries()) {
    let block = { sum: (want - (offsets[index] ?? 0)) * pull, pull, size: 1 };
    for (
      let last = blocks.at(-1);
      last !== undefined && last.sum / last.pull > block.sum / block.pull;
      last = blocks.at(-1)
    ) {
      block = { sum: block.sum + last.sum, pull: block.pull + last.pull, size: block.size + last.size };
      blocks.pop();
    }
    blocks.push(block);
  }
  const places = blocks.flatMap(({ sum, pull, size }) => Array.from({ length: size }, () => sum / pull));
  return pulled.map(({ slot: { id } }, index) => [id, (places[index] ?? 0) + (offsets[index] ?? 0)] as const);
}

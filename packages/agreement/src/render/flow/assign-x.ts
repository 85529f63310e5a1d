import type { Arrow, Slot } from './layered-layout.ts';

const rounds = 24;

/**
 * The middle of each slot: as near to the mean of its neighbours as its order in the layer allows. Long arrows pull
 * hardest, so that they stand straight.
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
      slots,
      gap,
      slots.map(() => 0),
    ))
      x.set(id, place);
  }
  const neighbours = new Map<string, string[]>();
  for (const { from, to } of links) {
    neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
    neighbours.set(to, [...(neighbours.get(to) ?? []), from]);
  }
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? layers : layers.toReversed();
    for (const slots of order) {
      const wanted = slots.map(({ id }) => mean(neighbours.get(id) ?? [], x) ?? x.get(id) ?? 0);
      for (const [id, place] of packed(slots, gap, wanted)) x.set(id, place);
    }
  }
  const left = Math.min(0, ...layers.flat().map(({ id, width }) => (x.get(id) ?? 0) - width / 2));
  return new Map([...x].map(([id, place]) => [id, place - left]));
}

function mean(ids: readonly string[], x: ReadonlyMap<string, number>): number | null {
  let [sum, weight] = [0, 0];
  for (const id of ids) {
    const own = id.startsWith('pass/') ? 4 : 1;
    sum += (x.get(id) ?? 0) * own;
    weight += own;
  }
  return weight === 0 ? null : sum / weight;
}

/** Least squares with a least distance: pool adjacent violators (Barlow et al. 1972) after taking the distances off. */
function packed(
  slots: readonly Slot[],
  gap: number,
  wanted: readonly number[],
): readonly (readonly [string, number])[] {
  const offsets: number[] = [];
  for (const [index, { width }] of slots.entries()) {
    const before = slots[index - 1];
    offsets.push(before === undefined ? 0 : (offsets[index - 1] ?? 0) + (before.width + width) / 2 + gap);
  }
  const blocks: { sum: number; size: number }[] = [];
  for (const [index, want] of wanted.entries()) {
    let block = { sum: want - (offsets[index] ?? 0), size: 1 };
    for (
      let last = blocks.at(-1);
      last !== undefined && last.sum / last.size > block.sum / block.size;
      last = blocks.at(-1)
    ) {
      block = { sum: block.sum + last.sum, size: block.size + last.size };
      blocks.pop();
    }
    blocks.push(block);
  }
  const places = blocks.flatMap(({ sum, size }) => Array.from({ length: size }, () => sum / size));
  return slots.map(({ id }, index) => [id, (places[index] ?? 0) + (offsets[index] ?? 0)] as const);
}

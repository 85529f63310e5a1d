import { assignX } from './assign-x.ts';
import { type ForwardArrow, layersOf, withoutCycles } from './layers-of.ts';
import { orderLayers } from './order-layers.ts';
import { spreadLayers } from './spread-layers.ts';

/** A box that is to get a place. */
export interface Sized {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** An arrow between two of them. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** Only keeps one box below another: it takes no room and has no way. */
  readonly hidden?: true;
}

/** A box with its place: the middle of it. */
export interface Placed extends Sized {
  readonly x: number;
  readonly y: number;
}

/** An arrow with the points that it goes through, from its beginning to its end. */
export interface Routed<E extends Arrow> {
  readonly edge: E;
  readonly points: readonly Point[];
}

/** A point; y grows downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Places of all boxes and arrows. */
export interface Layout<E extends Arrow> {
  readonly nodes: readonly Placed[];
  readonly edges: readonly Routed<E>[];
  readonly width: number;
  readonly height: number;
}

/** A place in a layer: a box, or where a long arrow passes. */
export interface Slot {
  readonly id: string;
  readonly width: number;
}

const passWidth = 10;
const widestLayer = 1200;

// Below nothing: with the gap on both sides, eight pixels are left between two arrows.
const crowdedPass = -8;

/**
 * Lays boxes out in layers from top to bottom, so that arrows go down: circles are cut, each box comes one layer below the
 * lowest one before it, long arrows pass through the layers between, neighbours are put near one another with few
 * crossings. Source: Sugiyama, Tagawa and Toda 1981; always the same result for the same input.
 * @param gap space between boxes of a layer, and between layers
 * @returns an arrow that was turned to cut a circle is routed upwards
 */
export function layeredLayout<E extends Arrow>(
  boxes: readonly Sized[],
  arrows: readonly E[],
  gap: { readonly x: number; readonly y: number },
): Layout<E> {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const ids = boxes.map(({ id }) => id);
  const known = arrows.filter(({ from, to }) => byId.has(from) && byId.has(to));
  const forward = withoutCycles(ids, known);
  const layer = spreadLayers(boxes, layersOf(ids, forward), { gap: gap.x, most: widestLayer });
  const chains = forward
    .filter(({ arrow }) => arrow.hidden !== true)
    .map((arrow, index) => ({ arrow, steps: chainOf(arrow, layer, index) }));
  const depth = Math.max(0, ...layer.values()) + 1;
  const slots: Slot[][] = Array.from({ length: depth }, () => []);
  const passing = isCrowded(chains, gap.x) ? crowdedPass : passWidth;
  for (const { id, width } of boxes) slots[layer.get(id) ?? 0]?.push({ id, width });
  for (const { steps } of chains) {
    for (const { id, at } of steps.slice(1, -1)) slots[at]?.push({ id, width: passing });
  }
  const links = chains.flatMap(({ steps }) =>
    steps.slice(1).map(({ id }, index) => ({ from: steps[index]?.id ?? '', to: id })),
  );
  const ordered = orderLayers(slots, links);
  const x = assignX(ordered, links, gap.x);
  const rows = rowsOf(ordered, byId, gap.y);
  const nodes = boxes.map((box): Placed => {
    const row = rows[layer.get(box.id) ?? 0];
    return { ...box, x: x.get(box.id) ?? 0, y: row === undefined ? 0 : row.top + row.height / 2 };
  });
  const edges = chains.map(({ arrow, steps }) => routed(arrow, pointsOf(steps, { x, rows, byId })));
  return { nodes, edges, ...sizeOf(nodes, edges, rows) };
}

function routed<E extends Arrow>(of: ForwardArrow<E>, points: readonly Point[]): Routed<E> {
  return { edge: of.arrow, points: of.isTurned ? points.toReversed() : points };
}

interface Row {
  readonly top: number;
  readonly height: number;
}

type Chain = readonly { readonly id: string; readonly at: number }[];

function chainOf({ from, to }: Arrow, layer: ReadonlyMap<string, number>, index: number): Chain {
  const [first, last] = [layer.get(from) ?? 0, layer.get(to) ?? 0];
  const passes = Array.from({ length: Math.max(0, last - first - 1) }, (_, step) => ({
    id: `pass/${index}/${step}`,
    at: first + 1 + step,
  }));
  return [{ id: from, at: first }, ...passes, { id: to, at: last }];
}

/** Whether the arrows that pass through some layer would be wider than it may be. */
function isCrowded(chains: readonly { readonly steps: Chain }[], gap: number): boolean {
  const passing = new Map<number, number>();
  for (const { steps } of chains) {
    for (const { at } of steps.slice(1, -1)) passing.set(at, (passing.get(at) ?? 0) + 1);
  }
  return Math.max(0, ...passing.values()) * (passWidth + gap) > widestLayer;
}

function rowsOf(layers: readonly (readonly Slot[])[], byId: ReadonlyMap<string, Sized>, gap: number): readonly Row[] {
  let top = 0;
  return layers.map((slots) => {
    const height = Math.max(0, ...slots.map(({ id }) => byId.get(id)?.height ?? 0));
    const row = { top, height };
    top += height + gap;
    return row;
  });
}

interface Places {
  readonly x: ReadonlyMap<string, number>;
  readonly rows: readonly Row[];
  readonly byId: ReadonlyMap<string, Sized>;
}

/** From the lower edge of the first box, straight through the layers between, to the upper edge of the last. */
function pointsOf(chain: Chain, { x, rows, byId }: Places): readonly Point[] {
  return chain.flatMap(({ id, at }, index): readonly Point[] => {
    const row = rows[at] ?? { top: 0, height: 0 };
    const middle = row.top + row.height / 2;
    const half = (byId.get(id)?.height ?? row.height) / 2;
    const above = { x: x.get(id) ?? 0, y: middle - half };
    const below = { x: x.get(id) ?? 0, y: middle + half };
    if (index === 0) return [below];
    return index === chain.length - 1 ? [above] : [above, below];
  });
}

function sizeOf<E extends Arrow>(
  nodes: readonly Placed[],
  edges: readonly Routed<E>[],
  rows: readonly Row[],
): { readonly width: number; readonly height: number } {
  const rights = [
    ...nodes.map(({ x, width }) => x + width / 2),
    ...edges.flatMap(({ points }) => points.map(({ x }) => x)),
  ];
  const last = rows.at(-1);
  return { width: Math.max(0, ...rights), height: last === undefined ? 0 : last.top + last.height };
}

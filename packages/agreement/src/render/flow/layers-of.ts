import { groupBy } from '../../group-by.ts';
import type { Arrow } from './layered-layout.ts';

/** An arrow that goes down, and the one that it was; a turned one stood the other way round. */
export interface ForwardArrow<E extends Arrow = Arrow> extends Arrow {
  readonly arrow: E;
  readonly isTurned: boolean;
}

/** Turns the arrows that close a circle, as a walk from the first box finds them. O(boxes + arrows). */
export function withoutCycles<E extends Arrow>(
  ids: readonly string[],
  arrows: readonly E[],
): readonly ForwardArrow<E>[] {
  const state = new Map<string, 'open' | 'done'>();
  const turned = new Set<Arrow>();
  const leaving = groupBy(arrows, ({ from }) => from);
  const visit = (id: string) => {
    state.set(id, 'open');
    for (const arrow of leaving.get(id) ?? []) {
      const seen = state.get(arrow.to);
      if (seen === 'open') turned.add(arrow);
      else if (seen === undefined) visit(arrow.to);
    }
    state.set(id, 'done');
  };
  for (const id of ids) if (!state.has(id)) visit(id);
  return arrows.map((arrow) => {
    const isTurned = turned.has(arrow);
    return { arrow, isTurned, from: isTurned ? arrow.to : arrow.from, to: isTurned ? arrow.from : arrow.to };
  });
}

/** The layer of each box: one below the lowest box that an arrow comes from. */
export function layersOf(ids: readonly string[], arrows: readonly Arrow[]): ReadonlyMap<string, number> {
  const arriving = groupBy(arrows, ({ to }) => to);
  const layer = new Map<string, number>();
  const find = (id: string): number => {
    const known = layer.get(id);
    if (known !== undefined) return known;
    const before = (arriving.get(id) ?? []).map(({ from }) => find(from));
    const found = before.length === 0 ? 0 : Math.max(...before) + 1;
    layer.set(id, found);
    return found;
  };
  for (const id of ids) find(id);
  return layer;
}

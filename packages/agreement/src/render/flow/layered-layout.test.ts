import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrow, type Layout, layeredLayout, type Sized } from './layered-layout.ts';

const gap = { x: 16, y: 26 };

function overlaps({ nodes }: Layout<Arrow>): number {
  let count = 0;
  for (const [index, a] of nodes.entries()) {
    for (const b of nodes.slice(index + 1)) {
      const apart =
        Math.abs(a.x - b.x) > (a.width + b.width) / 2 - 0.01 || Math.abs(a.y - b.y) > (a.height + b.height) / 2 - 0.01;
      if (!apart) count++;
    }
  }
  return count;
}

/** Boxes that an arrow passes over although it neither begins nor ends there, at its corners. */
function passesOver({ nodes, edges }: Layout<Arrow>): number {
  return edges.flatMap(({ edge, points }) =>
    points
      .slice(1, -1)
      .flatMap(({ x, y }) =>
        nodes.filter(
          (node) =>
            node.id !== edge.from &&
            node.id !== edge.to &&
            Math.abs(x - node.x) < node.width / 2 - 0.01 &&
            Math.abs(y - node.y) < node.height / 2 - 0.01,
        ),
      ),
  ).length;
}

const graph = fc.integer({ min: 1, max: 14 }).chain((count) =>
  fc.record({
    boxes: fc.array(fc.record({ width: fc.integer({ min: 20, max: 140 }), height: fc.integer({ min: 10, max: 60 }) }), {
      minLength: count,
      maxLength: count,
    }),
    arrows: fc.array(fc.record({ from: fc.nat(count - 1), to: fc.nat(count - 1) }), { maxLength: 24 }),
  }),
);

describe('layeredLayout', () => {
  it('lets no boxes overlap, no arrow run over a box, and all stand inside', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(graph, ({ boxes, arrows }) => {
        const sized = boxes.map((box, index): Sized => ({ id: `n${index}`, ...box }));
        const edges = arrows
          .filter(({ from, to }) => from !== to)
          .map(({ from, to }): Arrow => ({ from: `n${from}`, to: `n${to}` }));
        const layout = layeredLayout(sized, edges, gap);
        expect(overlaps(layout)).toBe(0);
        expect(passesOver(layout)).toBe(0);
        for (const { x, y, width, height } of layout.nodes) {
          expect(x - width / 2).toBeGreaterThanOrEqual(-0.01);
          expect(x + width / 2).toBeLessThanOrEqual(layout.width + 0.01);
          expect(y + height / 2).toBeLessThanOrEqual(layout.height + 0.01);
        }
        expect(layout.edges).toHaveLength(edges.length);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  it('puts what comes after below, and straightens a long arrow', () => {
    const boxes = ['a', 'b', 'c', 'd'].map((id) => ({ id, width: 60, height: 20 }));
    const { nodes, edges } = layeredLayout(
      boxes,
      [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
        { from: 'c', to: 'd' },
        { from: 'a', to: 'd' },
      ],
      gap,
    );
    expect(nodes.map(({ y }) => y)).toEqual([10, 56, 102, 148]);
    const long = edges.find(({ edge }) => edge.from === 'a' && edge.to === 'd')?.points.slice(1, -1) ?? [];
    expect(Math.max(...long.map(({ x }) => x)) - Math.min(...long.map(({ x }) => x))).toBeLessThan(1);
  });

  it('turns an arrow that closes a circle, and draws it upwards', () => {
    const boxes = ['a', 'b'].map((id) => ({ id, width: 60, height: 20 }));
    const { edges } = layeredLayout(
      boxes,
      [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ],
      gap,
    );
    const [down, up] = edges.map(({ points }) => (points.at(-1)?.y ?? 0) - (points[0]?.y ?? 0));
    expect(down).toBeGreaterThan(0);
    expect(up).toBeLessThan(0);
  });

  it('has no size without boxes', () => {
    expect(layeredLayout([], [], gap)).toEqual({ nodes: [], edges: [], width: 0, height: 0 });
  });
});

import { groupBy } from '../../group-by.ts';
import type { Flow, FlowEdge, FlowKind, FlowNode } from './flow.ts';
import { listLines } from './wrap-name.ts';

// From so many on, one box with their names shows more than all of them side by side. Teams are what a reader looks for.
const fewest: Readonly<Partial<Record<FlowKind, number>>> = { team: 9, 'hand-off': 4, program: 4 };

/**
 * Makes one box of many teams, hand-offs or programs that leads come to and leave in the same way; teams first, since the
 * hand-offs to them are alike then. O(boxes × arrows).
 */
export function mergeAlike(flow: Flow): Flow {
  return (['team', 'hand-off', 'program'] as const).reduce(mergeKind, flow);
}

function mergeKind({ nodes, edges }: Flow, kind: FlowKind): Flow {
  const mergeable = nodes.filter((node) => node.kind === kind);
  const groups = groupBy(mergeable, (node) => likeness(node, edges));
  const merged = new Map<string, FlowNode>();
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined || group.length < (fewest[kind] ?? Infinity)) continue;
    const names = group.map(({ lines }) => lines.join(' '));
    for (const { id } of group) merged.set(id, { ...first, names, lines: listLines(names) });
  }
  const own = (id: string) => merged.get(id)?.id ?? id;
  const kept = nodes.flatMap((node) => (own(node.id) === node.id ? [merged.get(node.id) ?? node] : []));
  const moved = new Map(
    edges.map((edge) => {
      const [from, to] = [own(edge.from), own(edge.to)];
      return [JSON.stringify([from, to, edge.hidden === true]), { ...edge, from, to }] as const;
    }),
  );
  return { nodes: kept, edges: [...moved.values()] };
}

/** Where the arrows of a box come from and go to; a team's come from where its hand-offs begin. */
function likeness({ id, kind, returns }: FlowNode, edges: readonly FlowEdge[]): string {
  const sources = (from: string): readonly string[] =>
    kind === 'team' && from.startsWith('hand-off/')
      ? edges.flatMap((edge) => (edge.to === from ? [edge.from] : []))
      : [from];
  const ways = edges.flatMap(({ from, to, hidden = false }) => {
    if (from === id) return [`to ${to} ${hidden}`];
    return to === id ? [`from ${sources(from).toSorted().join()} ${hidden}`] : [];
  });
  return JSON.stringify([returns, [...new Set(ways)].toSorted()]);
}

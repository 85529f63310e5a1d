/**
 * Cycles of a directed graph, one for each strongly connected part, as the path that closes it.
 * Depth first, O(nodes + edges).
 * @returns each cycle from its first node in the given order back to it; empty when there is none
 * @example findCycles(new Map([['a', ['b']], ['b', ['a']]])) // [['a', 'b', 'a']]
 */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const done = new Set<string>();
  const reported = new Set<string>();
  const cycles: (readonly string[])[] = [];

  const visit = (node: string, path: string[]): void => {
    const start = path.indexOf(node);
    if (start !== -1) {
      const cycle = [...path.slice(start), node];
      if (cycle.some((it) => reported.has(it))) return;
      for (const it of cycle) reported.add(it);
      cycles.push(cycle);
      return;
    }
    if (done.has(node)) return;
    path.push(node);
    for (const next of graph.get(node) ?? []) visit(next, path);
    path.pop();
    done.add(node);
  };

  for (const node of graph.keys()) visit(node, []);
  return cycles;
}

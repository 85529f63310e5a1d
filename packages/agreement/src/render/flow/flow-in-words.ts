import { groupBy } from '../../group-by.ts';
import { listed, type Phrase, phraseText, say } from '../../words/phrase.ts';
import type { Flow, FlowNode } from './flow.ts';

/**
 * What the picture shows, as a list: from each box, where its arrows lead, and what stands on them. Boxes from which leads go
 * the same ways are one entry.
 */
export function flowInWords(flow: Flow): readonly Phrase[] {
  const byId = new Map(flow.nodes.map((node) => [node.id, node]));
  const shown = flow.edges.filter(({ hidden }) => hidden !== true);
  const targets = (id: string) => shown.filter(({ from }) => from === id).flatMap(({ to }) => byId.get(to) ?? []);
  const entries = flow.nodes
    .filter(({ kind }) => kind !== 'hand-off' && kind !== 'reasons')
    .flatMap((node) => {
      const ways = targets(node.id).flatMap((target) => waysTo(target, targets));
      const all = node.returns ? [...ways, ['looked at again as new leads']] : ways;
      return all.length === 0 ? [] : [{ from: namesOf(node), to: listed(all, 'and') }];
    });
  return [...groupBy(entries, ({ to }) => phraseText(to)).values()].map((group) => {
    const to = group[0]?.to ?? [];
    return say`${listed(
      group.flatMap(({ from }) => from),
      'and',
    )} → ${to}`;
  });
}

function waysTo(target: FlowNode, targets: (id: string) => readonly FlowNode[]): readonly Phrase[] {
  if (target.kind !== 'hand-off' && target.kind !== 'reasons') return namesOf(target).map((name) => [name]);
  const next = targets(target.id).flatMap((node) =>
    node.kind === 'hand-off' ? targets(node.id).flatMap(namesOf) : namesOf(node),
  );
  return [say`${listed(next, 'and')} (${namesOf(target).join(', ')})`];
}

/** Every name that a box stands for. */
function namesOf({ kind, lines, names }: FlowNode): readonly string[] {
  if (names !== undefined) return names;
  if (kind === 'again') return [`the hand-off “${lines.slice(1).join(' ')}”`];
  return kind === 'reasons' ? lines : [lines.join(' ')];
}

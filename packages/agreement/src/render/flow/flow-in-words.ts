import { listed, type Phrase, say } from '../../words/phrase.ts';
import type { Flow, FlowNode } from './flow.ts';

/** What the picture shows, as a list: from each box, where its arrows lead, and what stands on them. */
export function flowInWords(flow: Flow): readonly Phrase[] {
  const byId = new Map(flow.nodes.map((node) => [node.id, node]));
  const shown = flow.edges.filter(({ hidden }) => hidden !== true);
  const targets = (id: string) => shown.filter(({ from }) => from === id).flatMap(({ to }) => byId.get(to) ?? []);
  return flow.nodes
    .filter(({ kind }) => kind !== 'hand-off' && kind !== 'reasons')
    .flatMap((node) => {
      const ways = targets(node.id).map((target) => wayTo(target, targets));
      const all = node.returns ? [...ways, ['looked at again as new leads']] : ways;
      return all.length === 0 ? [] : [say`${textOf(node)} → ${listed(all, 'and')}`];
    });
}

function wayTo(target: FlowNode, targets: (id: string) => readonly FlowNode[]): Phrase {
  if (target.kind !== 'hand-off' && target.kind !== 'reasons') return [textOf(target)];
  return say`${listed(
    targets(target.id).map((next) =>
      next.kind === 'hand-off' ? targets(next.id).map(textOf).join(', ') : textOf(next),
    ),
    'and',
  )} (${textOf(target)})`;
}

function textOf({ kind, lines }: FlowNode): string {
  if (kind === 'again') return `the hand-off “${lines.slice(1).join(' ')}”`;
  return lines.join(kind === 'reasons' ? ', ' : ' ');
}

import { type StoryGraph, storyKinds } from './story-graph.ts';

/** Subjects whose facts depend on one another, in the order of their codes. */
export interface StoryGroup {
  readonly leads: readonly number[];
  readonly opportunities: readonly number[];
  readonly companies: readonly number[];
}

/**
 * Groups leads, opportunities and companies that are linked, be it through others or through contacts: when the groups are
 * folded one by one, nothing has to be kept beyond a group. O(subjects + links).
 */
export function storyGroups(graph: StoryGraph): readonly StoryGroup[] {
  const { size, kind } = graph;
  const seen = new Uint8Array(size);
  const groups: StoryGroup[] = [];
  for (let first = 0; first < size; first++) {
    if (seen[first] === 1 || kind[first] === storyKinds.other) continue;
    const members = [first];
    seen[first] = 1;
    for (let at = 0; at < members.length; at++) {
      for (const other of graph.linked(members[at] as number)) {
        if (seen[other] === 1 || kind[other] === storyKinds.other) continue;
        seen[other] = 1;
        members.push(other);
      }
    }
    const of = (wanted: number) => {
      if (members.length === 1) return kind[first] === wanted ? members : [];
      return members.filter((code) => kind[code] === wanted).sort((a, b) => a - b);
    };
    groups.push({
      leads: of(storyKinds.lead),
      opportunities: of(storyKinds.opportunity),
      companies: of(storyKinds.company),
    });
  }
  return groups;
}

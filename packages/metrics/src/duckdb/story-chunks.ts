import { subjectGroups } from './subject-groups.ts';

/** The subjects of a part of the log that is folded at once, and what they are counted as. */
export interface StoryChunk {
  /** Numbers of subjects, ascending; those that are counted as others among them. */
  readonly members: Int32Array;
  /** Number that stands for the group of each of them: subjects whose facts depend on one another. */
  readonly groups: Int32Array;
  /** Events of all of them. */
  readonly events: number;
}

/** Events that a chunk has at most, but for a group that has more. */
const chunkEvents = 200_000;

/** Events that take as much memory as a subject with its facts: where most have fewer, subjects are what fills a chunk. */
const subjectEvents = 3;

/** Subjects with what links them. */
export interface LinkedSubjects {
  /** Numbers of subjects, ascending, each once. */
  readonly members: Int32Array;
  /** Events of each of them. */
  readonly events: Int32Array;
  /** Pairs of subjects, both among the members or not at all. */
  readonly pairs: readonly (readonly [from: ArrayLike<number>, to: ArrayLike<number>])[];
}

/**
 * Cuts subjects into chunks that are folded one after another, so that what is in memory at a time is bounded by the chunk,
 * and by the largest group of subjects that are linked. O(subjects + pairs).
 * @param most events of a chunk, of which a group has at least three for each subject
 */
export function storyChunks({ members, events, pairs }: LinkedSubjects, most = chunkEvents): readonly StoryChunk[] {
  const placeOf = placesOf(members);
  // The lowest place stands for a group, and members ascend: so does the lowest subject.
  const groups = subjectGroups(members.length);
  for (const [from, to] of pairs) {
    for (let pair = 0; pair < from.length; pair++) {
      const [a, b] = [placeOf(from[pair] as number), placeOf(to[pair] as number)];
      if (a >= 0 && b >= 0) groups.join(a, b);
    }
  }
  const eventsOf = new Float64Array(members.length);
  const subjectsOf = new Int32Array(members.length);
  const groupOf = new Int32Array(members.length);
  for (let at = 0; at < members.length; at++) {
    const group = groups.of(at);
    groupOf[at] = group;
    eventsOf[group] = (eventsOf[group] as number) + (events[at] as number);
    subjectsOf[group] = (subjectsOf[group] as number) + 1;
  }
  const chunkOf = new Int32Array(members.length).fill(-1);
  const sizes: { subjects: number; events: number }[] = [];
  let weight = Number.POSITIVE_INFINITY;
  for (const group of groupOf) {
    if (chunkOf[group] !== -1) continue;
    const own = Math.max(eventsOf[group] as number, subjectEvents * (subjectsOf[group] as number));
    if (weight + own > most) {
      sizes.push({ subjects: 0, events: 0 });
      weight = 0;
    }
    weight += own;
    chunkOf[group] = sizes.length - 1;
    const size = sizes[sizes.length - 1] as (typeof sizes)[number];
    size.subjects += subjectsOf[group] as number;
    size.events += eventsOf[group] as number;
  }
  const chunks = sizes.map(({ subjects, events: count }) => ({
    members: new Int32Array(subjects),
    groups: new Int32Array(subjects),
    events: count,
    filled: 0,
  }));
  for (let at = 0; at < members.length; at++) {
    const group = groupOf[at] as number;
    const chunk = chunks[chunkOf[group] as number] as (typeof chunks)[number];
    chunk.members[chunk.filled] = members[at] as number;
    chunk.groups[chunk.filled++] = members[group] as number;
  }
  return chunks;
}

/** So many times the members, numbers of subjects would take more room as an array than as a map. */
const sparse = 8;

/** The place of each subject among the members; -1 for one that is none. Of few members nothing is made for all subjects. */
function placesOf(members: Int32Array): (subject: number) => number {
  const last = members[members.length - 1] ?? -1;
  if (last > sparse * members.length) {
    const places = new Map(Array.from(members, (subject, place) => [subject, place]));
    return (subject) => places.get(subject) ?? -1;
  }
  const places = new Int32Array(last + 1).fill(-1);
  for (let place = 0; place < members.length; place++) places[members[place] as number] = place;
  return (subject) => places[subject] ?? -1;
}

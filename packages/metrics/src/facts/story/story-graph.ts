import { eventRank } from '@sameteam/model';
import { growingInt32 } from '../columns/growing.ts';
import { linkedSubjects, mayLink } from './linked-subjects.ts';
import type { StoryLog } from './story-log.ts';

/** Kinds of subjects that stories are made of. */
export const storyKinds = { other: 0, lead: 1, contact: 2, company: 3, opportunity: 4 } as const;

/** Which subjects events name together. */
export interface StoryGraph {
  /** Number of subjects: those of the log, and behind them those that events only name. */
  readonly size: number;
  /** Kind of each subject. */
  readonly kind: Uint8Array;
  /** Typed id of a code. */
  readonly subject: (code: number) => string;
  /** Subjects of other kinds that a subject is named together with, each once, ascending. */
  readonly linked: (code: number) => Int32Array;
  /** The member that an event of a campaign names; -1 where it is no such event. */
  readonly memberOf: (event: number) => number;
}

const memberChanged = eventRank('campaign.member_changed');
/** A pair of records that are one is no link: their events have one subject already. */
const pairing: ReadonlySet<number> = new Set([eventRank('record.linked'), eventRank('record.unlinked')]);
const prefixes = Object.entries(storyKinds).map(([name, kind]) => ({ prefix: `${name}/`, kind }));

/** Reads which subjects events name together. O(events + links). */
export function storyGraph(log: StoryLog): StoryGraph {
  const { count, rank, subject, payload, subjectCount } = log;
  const named = new Map<string, number>();
  const names: string[] = [];
  const codeOf = (text: string): number => {
    const known = named.get(text);
    if (known !== undefined) return known;
    const inLog = log.codeOf(text);
    const code = inLog >= 0 ? inLog : subjectCount + names.push(text) - 1;
    named.set(text, code);
    return code;
  };
  const from = growingInt32();
  const to = growingInt32();
  const members = new Map<number, number>();
  for (let event = 0; event < count; event++) {
    const type = rank[event] as number;
    const says = payload[event] as number;
    if (says < 0 || !mayLink(type) || pairing.has(type)) continue;
    const others = linkedSubjects(type, log.payloads(says));
    for (const other of others) {
      const code = codeOf(other);
      if (type === memberChanged) {
        members.set(event, code);
        continue;
      }
      from.push(subject[event] as number);
      to.push(code);
    }
  }
  const size = subjectCount + names.length;
  const textOf = (code: number) => (code < subjectCount ? log.subjects(code) : (names[code - subjectCount] as string));
  const kind = new Uint8Array(size);
  for (let code = 0; code < size; code++) kind[code] = kindOf(textOf(code));
  return {
    size,
    kind,
    subject: textOf,
    linked: neighbours(size, from.view(), to.view()),
    memberOf: (event) => members.get(event) ?? -1,
  };
}

function kindOf(subject: string): number {
  return prefixes.find(({ prefix }) => subject.startsWith(prefix))?.kind ?? storyKinds.other;
}

const none = new Int32Array(0);

function neighbours(size: number, from: Int32Array, to: Int32Array): (code: number) => Int32Array {
  const start = new Int32Array(size + 1);
  const count = (code: number) => {
    start[code + 1] = (start[code + 1] as number) + 1;
  };
  from.forEach(count);
  to.forEach(count);
  for (let code = 0; code < size; code++) start[code + 1] = (start[code + 1] as number) + (start[code] as number);
  const place = start.slice(0, size);
  const linked = new Int32Array(2 * from.length);
  const put = (code: number, other: number) => {
    const at = place[code] as number;
    linked[at] = other;
    place[code] = at + 1;
  };
  for (let link = 0; link < from.length; link++) {
    put(from[link] as number, to[link] as number);
    put(to[link] as number, from[link] as number);
  }
  // Most are linked by several events, and with few others.
  const isDistinct = new Uint8Array(size);
  const length = new Int32Array(size);
  return (code) => {
    const first = start[code] as number;
    if (first === start[code + 1]) return none;
    if (isDistinct[code] === 0) {
      isDistinct[code] = 1;
      length[code] = keepDistinct(linked.subarray(first, start[code + 1]).sort());
    }
    return linked.subarray(first, first + (length[code] as number));
  };
}

/** Moves the distinct ones of ascending numbers to the front; answers how many there are. */
function keepDistinct(sorted: Int32Array): number {
  let kept = 0;
  for (const number of sorted) if (kept === 0 || sorted[kept - 1] !== number) sorted[kept++] = number;
  return kept;
}

import type { LeadEvent } from '@sameteam/model';
import { contentHash, textHash } from './content-hash.ts';
import type { FileIssue } from './file-issue.ts';
import { IdentityMemory, type KnownIdentity } from './identity-memory.ts';
import { type JudgedItem, judgedItem } from './judged-item.ts';
import type { ReadItem } from './read-item.ts';

/** How items are named to people: by line, or by number where many can stand in one line. */
export type PlaceKind = 'line' | 'item';

/** Whether an event came before in the same file. */
export interface ItemJudge {
  /** What is known of the identity of an event, which is remembered; `null` for the first of its identity. */
  meet(item: ReadItem, event: LeadEvent): KnownIdentity | null;
  /** Events that were forgotten, to stay within the memory. */
  readonly forgotten: number;
}

/**
 * Looks for duplicates within a file.
 * @param seed a secret number of 32 bits
 */
export function itemJudge({ seed, places }: { readonly seed: number; readonly places: PlaceKind }): ItemJudge {
  const memory = new IdentityMemory();
  const otherSeed = Math.imul(seed ^ 0x5bd1e995, 0x9e3779b1);
  return {
    meet({ index, line }, event) {
      const high = Math.imul(textHash(event.source, seed), 31) ^ textHash(event.id, otherSeed);
      const low = Math.imul(textHash(event.source, otherSeed), 37) ^ textHash(event.id, seed);
      return memory.meet(high, low, contentHash(event, seed), places === 'line' ? line : index + 1);
    },
    get forgotten() {
      return memory.forgotten;
    },
  };
}

/** The verdict on an item by what came before it in the file. */
export function judgeInFile(item: ReadItem, judge: ItemJudge, places: PlaceKind): JudgedItem {
  const { event } = item;
  if (event === null) return judgedItem(item, 'quarantined', item.issues);
  const known = judge.meet(item, event);
  if (known === null) return judgedItem(item, 'accepted', []);
  if (known.content === 'same') return judgedItem(item, 'duplicate', [], `${places} ${known.place}`);
  return judgedItem(item, 'quarantined', [conflictIssue(event, `${places} ${known.place}`)]);
}

/**
 * What is said of an event whose source and id came before with other content.
 * @param where such as `line 3` or `the database`
 */
export function conflictIssue({ source, id }: LeadEvent, where: string): FileIssue {
  return {
    code: 'conflict',
    pointer: '',
    found: `other content than in ${where}`,
    expected: 'a new id for what is new, or exactly what was sent before',
    nearest: null,
    message: `The source ${JSON.stringify(source)} says something else under the id ${JSON.stringify(id)} in ${where}, and that stands. Send what is new under an id of its own; to take the earlier event back, send event.retracted.`,
  };
}

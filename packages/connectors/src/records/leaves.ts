import { canonicalJson, splitPersonal } from '@sameteam/model';
import type { MappedEvent } from '../map/mapped-event.ts';

/**
 * The facts of an event as comparable texts by JSON pointer: the canonical JSON of a value, or `#` and the digest of a
 * personal one. Lists and money are one fact. Null is left out: it says as little as absence when facts are compared.
 */
export type Leaves = Readonly<Record<string, string>>;

/** The leaves of an event. `hash` must be keyed with a secret, because a digest of a mail address can be guessed. */
export function leavesOf(event: MappedEvent, hash: (text: string) => string): Leaves {
  const { data, personal } = splitPersonal(event);
  const leaves: Record<string, string> = {};
  collect(data, '', leaves, (text) => text);
  if (personal !== null) collect(personal, '', leaves, (text) => `#${hash(text)}`);
  return leaves;
}

/** The value of a pointer in the data of an event; `undefined` when it is not there. */
export function valueAt(data: Readonly<Record<string, unknown>>, pointer: string): unknown {
  return pathOf(pointer).reduce<unknown>((value, key) => (isGroup(value) ? value[key] : undefined), data);
}

/** Puts a value into data under a pointer; groups on the way are made. */
export function putAt(data: Record<string, unknown>, pointer: string, value: unknown): void {
  const path = pathOf(pointer);
  const last = path.pop() as string;
  let group = data;
  for (const key of path) {
    const inner = group[key];
    const next = isGroup(inner) ? (inner as Record<string, unknown>) : {};
    group[key] = next;
    group = next;
  }
  group[last] = value;
}

function collect(
  value: unknown,
  pointer: string,
  leaves: Record<string, string>,
  write: (text: string) => string,
): void {
  if (value === null || value === undefined) return;
  if (isGroup(value) && !('amountMinor' in value)) {
    for (const [key, inner] of Object.entries(value)) collect(inner, `${pointer}/${escapeKey(key)}`, leaves, write);
    return;
  }
  leaves[pointer] = write(canonicalJson(value));
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function escapeKey(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function pathOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

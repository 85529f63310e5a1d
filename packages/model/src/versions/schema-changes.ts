/** A part of a document of JSON Schema. */
export type SchemaNode = { readonly [keyword: string]: unknown } | boolean;

/** One difference between two versions of a schema. */
export interface SchemaChange {
  /** JSON pointer to the place in the schema. */
  readonly pointer: string;
  /** `added` keeps every event good that was good, and every reader that ignores what it does not know. */
  readonly kind: 'added' | 'breaking';
  /** What happened there. */
  readonly what: string;
}

/** Keywords that say something to people and nothing to programs; `$comment` marks personal fields, which decides where they go. */
const words: ReadonlySet<string> = new Set(['$id', 'description', 'examples', 'title']);

/**
 * What changed between two versions of a schema, words aside: an optional field more is an addition, everything else
 * breaks, a value more in a closed list too (who knows the list does not know the value).
 * @returns nothing for schemas that accept the same by the same keywords
 * @example
 * schemaChanges({ type: 'string', maxLength: 200 }, { type: 'string', maxLength: 100 })
 * // [{ pointer: '/maxLength', kind: 'breaking', what: 'maxLength was 200 and is 100' }]
 */
export function schemaChanges(before: SchemaNode, after: SchemaNode): readonly SchemaChange[] {
  return changesAt('', before, after);
}

function changesAt(pointer: string, before: unknown, after: unknown): readonly SchemaChange[] {
  if (!isNode(before) || !isNode(after)) {
    return same(before, after) ? [] : [breaking(pointer, `${nameOf(pointer)} ${wasAndIs(before, after)}`)];
  }
  const keywords = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (keyword) => !words.has(keyword),
  );
  return keywords.flatMap((keyword) => {
    const below = `${pointer}/${escaped(keyword)}`;
    if (keyword === 'properties') return fieldChanges(below, before, after);
    if (Array.isArray(before[keyword]) && Array.isArray(after[keyword]) && keyword !== 'required') {
      return listChanges(below, before[keyword], after[keyword]);
    }
    return changesAt(below, before[keyword], after[keyword]);
  });
}

type Node = { readonly [keyword: string]: unknown };

function fieldChanges(pointer: string, before: Node, after: Node): readonly SchemaChange[] {
  const [old, now] = [before.properties ?? {}, after.properties ?? {}] as [Node, Node];
  const required: readonly unknown[] = Array.isArray(after.required) ? after.required : [];
  return [...new Set([...Object.keys(old), ...Object.keys(now)])].flatMap((field) => {
    const below = `${pointer}/${escaped(field)}`;
    if (!Object.hasOwn(now, field)) return [breaking(below, `the field ${field} is gone`)];
    if (Object.hasOwn(old, field)) return changesAt(below, old[field], now[field]);
    return required.includes(field)
      ? [breaking(below, `the field ${field} is new and must be there`)]
      : [{ pointer: below, kind: 'added', what: `the field ${field} is new` }];
  });
}

/** Alternatives and lists of values: the same number of them, each compared with the one at its place. */
function listChanges(pointer: string, before: readonly unknown[], after: readonly unknown[]): readonly SchemaChange[] {
  if (before.length !== after.length || !before.every(isNode)) {
    return same(before, after) ? [] : [breaking(pointer, `${nameOf(pointer)} ${wasAndIs(before, after)}`)];
  }
  return before.flatMap((entry, index) => changesAt(`${pointer}/${index}`, entry, after[index]));
}

function breaking(pointer: string, what: string): SchemaChange {
  return { pointer, kind: 'breaking', what };
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The two values, long ones from shortly before the place where they begin to differ. */
function wasAndIs(before: unknown, after: unknown): string {
  const [old, now] = [before, after].map((value) => (value === undefined ? 'absent' : JSON.stringify(value))) as [
    string,
    string,
  ];
  let same = 0;
  while (same < old.length && old[same] === now[same]) same++;
  const start = old.length > 80 || now.length > 80 ? Math.max(0, same - 20) : 0;
  const shown = (text: string) =>
    `${start > 0 ? '…' : ''}${text.slice(start, start + 80)}${text.length > start + 80 ? '…' : ''}`;
  return `was ${shown(old)} and is ${shown(now)}`;
}

function nameOf(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}

function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

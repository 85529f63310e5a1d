/** Characters of an item that quarantine keeps. */
const longest = 10_000;

/** Levels that are written: more says nothing to people, and would end the stack. */
const deepest = 100;

/**
 * The beginning of a value as JSON: cut at 10,000 characters, and at 100 levels, of which `…` tells. For people; it need
 * not be JSON any more. O(what is written), whatever the size of the value. Never throws.
 * @example jsonExcerpt({ id: '1', data: [true, null] }) // '{"id":"1","data":[true,null]}'
 */
export function jsonExcerpt(value: unknown): string {
  const parts: string[] = [];
  let length = 0;
  const put = (text: string): boolean => {
    parts.push(text);
    length += text.length;
    return length < longest;
  };
  try {
    write(value, 0, put);
  } catch {
    put('…');
  }
  return parts.join('').slice(0, longest);
}

type Put = (text: string) => boolean;

/** @returns whether there is room for more */
function write(value: unknown, depth: number, put: Put): boolean {
  if (typeof value === 'string') return put(JSON.stringify(value.slice(0, longest)));
  if (typeof value !== 'object' || value === null) return put(String(value ?? null));
  if (depth === deepest) return put('…');
  return Array.isArray(value) ? writeList(value, depth, put) : writeObject(value, depth, put);
}

function writeList(list: readonly unknown[], depth: number, put: Put): boolean {
  if (!put('[')) return false;
  for (let index = 0; index < list.length; index++) {
    if (index > 0 && !put(',')) return false;
    if (!write(list[index], depth + 1, put)) return false;
  }
  return put(']');
}

function writeObject(object: object, depth: number, put: Put): boolean {
  if (!put('{')) return false;
  let isFirst = true;
  for (const key in object) {
    if (!Object.hasOwn(object, key)) continue;
    if (!put(`${isFirst ? '' : ','}${JSON.stringify(key.slice(0, longest))}:`)) return false;
    if (!write((object as Readonly<Record<string, unknown>>)[key], depth + 1, put)) return false;
    isFirst = false;
  }
  return put('}');
}

/** Stirs a number of 32 bits so that each bit depends on all (finalizer of MurmurHash3). */
function stir(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * A number of 32 bits for a text: FNV-1a over its UTF-16 units from a secret start, stirred. Who writes a file does not
 * know the seed of a run, and cannot make texts that meet. O(n).
 */
export function textHash(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return stir(hash);
}

const number = new Float64Array(1);
const halves = new Uint32Array(number.buffer);

/**
 * A number of 32 bits for the content of an event, the same whatever the order of its keys: values that have the same form
 * in RFC 8785 have the same number. `recordedtime`, which the store sets, is no part of it, nor `datacontenttype`, which can only be one. For events that are valid,
 * and so not too deep. O(size), without making any text.
 */
export function contentHash(event: object, seed: number): number {
  return objectHash(event, seed, true);
}

function valueHash(value: unknown, seed: number): number {
  switch (typeof value) {
    case 'string':
      return textHash(value, seed);
    case 'number':
      // Adding 0 makes 0 of -0, which JSON writes alike.
      number[0] = value + 0;
      return stir((halves[0] as number) ^ stir((halves[1] as number) ^ seed ^ 0x6e756d));
    case 'boolean':
      return stir(seed ^ (value ? 0x74727565 : 0x66616c73));
    default:
      if (value === null || typeof value !== 'object') return stir(seed ^ 0x6e756c6c);
      return Array.isArray(value) ? listHash(value, seed) : objectHash(value, seed, false);
  }
}

function listHash(list: readonly unknown[], seed: number): number {
  let hash = stir(seed ^ 0x6c697374);
  for (const value of list) hash = stir(Math.imul(hash, 31) ^ valueHash(value, seed));
  return hash;
}

function objectHash(object: object, seed: number, isEvent: boolean): number {
  let sum = 0x6f626a;
  for (const key of Object.keys(object)) {
    if (isEvent && (key === 'recordedtime' || key === 'datacontenttype')) continue;
    const value = (object as Readonly<Record<string, unknown>>)[key];
    // A sum, so that the order of the keys makes no difference.
    sum = (sum + stir(textHash(key, seed) ^ Math.imul(valueHash(value, seed), 0x9e3779b1))) | 0;
  }
  return stir(sum);
}

import { ModelError } from '../model-error.ts';
import { hasLoneSurrogate, withoutLoneSurrogates } from './lone-surrogates.ts';

const deepest = 500;

/**
 * The one text of a JSON value, whatever the order of its keys: RFC 8785 (JSON Canonicalization Scheme).
 * Keys are ordered by UTF-16 units, as the RFC demands; fields that are `undefined` are left out.
 * O(n log n) in the keys of each object.
 * @throws ModelError `lone-surrogate`, `not-finite`, `not-json` (a function, a bigint, a hole), `too-deep` (beyond 500 levels, or a cycle)
 * @example canonicalJson({ b: 1e21, a: '€' }) // '{"a":"€","b":1e+21}'
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  switch (typeof value) {
    case 'string':
      return writeText(value);
    case 'number':
      if (!Number.isFinite(value)) throw new ModelError('not-finite', { value });
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      if (depth >= deepest) throw new ModelError('too-deep', { deepest });
      return Array.isArray(value) ? writeList(value, depth) : writeObject(value, depth);
    default:
      throw new ModelError('not-json', { found: typeof value });
  }
}

function writeText(text: string): string {
  if (hasLoneSurrogate(text)) throw new ModelError('lone-surrogate', { text: withoutLoneSurrogates(text) });
  return JSON.stringify(text);
}

function writeList(list: readonly unknown[], depth: number): string {
  let out = '[';
  for (let index = 0; index < list.length; index++) {
    if (index > 0) out += ',';
    out += write(list[index], depth + 1);
  }
  return `${out}]`;
}

function writeObject(object: object, depth: number): string {
  const entries = object as Readonly<Record<string, unknown>>;
  let out = '{';
  for (const key of Object.keys(entries).sort()) {
    const value = entries[key];
    if (value === undefined) continue;
    if (out.length > 1) out += ',';
    out += `${writeText(key)}:${write(value, depth + 1)}`;
  }
  return `${out}}`;
}

import { hasLoneSurrogate } from '@sameteam/model';
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
} from 'yaml';
import { jsonPointer, type PathStep } from '../issue/agreement-issue.ts';
import type { AgreementIssueParams, CheckCode } from '../issue/agreement-issue-params.ts';
import { type Finding, finding, type Position } from '../issue/finding.ts';
import type { Source } from './read-source.ts';
import { sourceLimits } from './source-limits.ts';

const plainTags = new Set([
  '!',
  ...['str', 'int', 'float', 'bool', 'null', 'map', 'seq'].map((kind) => `tag:yaml.org,2002:${kind}`),
]);

interface Place {
  readonly key: number | null;
  readonly value: number;
}

/**
 * Walks the nodes of a document once: makes the plain value, finds what an agreement must not hold, and notes
 * where everything stands. Aliases are expanded here, within limits.
 */
export function readNodes(document: Document.Parsed, position: (offset: number) => Position): Source {
  const places = new Map<string, Place>();
  const findings: Finding[] = [];
  const ancestors = new Set<Node>();
  const anchors = new Map<string, Node>();
  const seen = new Set<Node>();
  const targets = new Map<Alias, Node | undefined>();
  let values = 0;

  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null && contents.tag === undefined)) {
    return { value: undefined, findings: [finding('file-empty', { path: [], position: position(0) }, {})], locate };
  }
  places.set('', { key: null, value: startOf(contents) });
  return { value: valueAtNode(contents, []), findings, locate };

  function locate(path: readonly PathStep[], atKey: boolean): Position | null {
    for (let length = path.length; length >= 0; length--) {
      const place = places.get(jsonPointer(path.slice(0, length)));
      if (place === undefined) continue;
      // What is missing is looked for at the key of what it is missing in; the entry of a list that was written as a
      // single value is that value.
      const isAtKey = length === path.length ? atKey : typeof path[length] === 'string';
      return position(isAtKey ? (place.key ?? place.value) : place.value);
    }
    return null;
  }

  function fault<C extends CheckCode>(
    code: C,
    place: { readonly path: readonly PathStep[]; readonly offset: number },
    params: AgreementIssueParams[C],
  ): undefined {
    findings.push(finding(code, { path: place.path, position: position(place.offset) }, params));
  }

  function valueAtNode(node: Node, path: readonly PathStep[]): unknown {
    const place = { path, offset: startOf(node) };
    values++;
    if (values > sourceLimits.values) {
      if (values === sourceLimits.values + 1) fault('alias-bomb', place, { limit: sourceLimits.values });
      return undefined;
    }
    if (path.length > sourceLimits.depth) return fault('too-deep', place, { deepest: sourceLimits.depth });
    if (isAlias(node)) {
      const target = targetOf(node);
      if (target === undefined) return fault('alias-undefined', place, { name: node.source });
      if (ancestors.has(target)) return fault('alias-circular', place, { name: node.source });
      return valueAtNode(target, path);
    }
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return undefined;
    if (node.tag !== undefined && !plainTags.has(node.tag)) return fault('yaml-tag', place, { tag: node.tag });
    if (node.anchor !== undefined && !seen.has(node)) anchors.set(node.anchor, node);
    seen.add(node);
    if (isScalar(node)) return scalarOf(node, place);
    ancestors.add(node);
    const value = isMap(node) ? objectOf(node.items, path) : listOf(node.items, path);
    ancestors.delete(node);
    return value;
  }

  // The library looks through the whole document for each alias. Nodes are met here in their order, so that the
  // anchor that was met last is the one that is meant; an alias that is met again means what it meant first.
  function targetOf(alias: Alias): Node | undefined {
    if (!targets.has(alias)) targets.set(alias, anchors.get(alias.source));
    return targets.get(alias);
  }

  function scalarOf(node: Scalar, place: { readonly path: readonly PathStep[]; readonly offset: number }): unknown {
    if (typeof node.value === 'string' && hasLoneSurrogate(node.value)) {
      return fault('not-text', place, { what: 'half of a surrogate pair' });
    }
    return node.value;
  }

  function listOf(items: readonly unknown[], path: readonly PathStep[]): unknown {
    return items.map((item, index) => {
      const here = [...path, index];
      places.set(jsonPointer(here), { key: null, value: startOf(item) });
      return isNode(item) ? valueAtNode(item, here) : null;
    });
  }

  function objectOf(pairs: readonly Pair<unknown, unknown>[], path: readonly PathStep[]): unknown {
    const entries = new Map<string, unknown>();
    for (const { key, value } of pairs) {
      const offset = startOf(key);
      if (!isScalar(key) || key.value === null) {
        fault('key-not-text', { path, offset }, {});
        continue;
      }
      const name = typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
      const here = [...path, name];
      const first = entries.has(name) ? places.get(jsonPointer(here)) : undefined;
      if (first !== undefined) {
        fault(
          'duplicate-key',
          { path: here, offset },
          { key: name, firstLine: position(first.key ?? first.value).line },
        );
        continue;
      }
      places.set(jsonPointer(here), { key: offset, value: isNode(value) ? startOf(value) : offset });
      if (name === '__proto__' || hasLoneSurrogate(name)) fault('reserved-key', { path: here, offset }, { key: name });
      entries.set(name, isNode(value) ? valueAtNode(value, here) : null);
    }
    return Object.fromEntries(entries);
  }
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

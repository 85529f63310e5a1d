import { isJsonObject, type Json } from '../effective/merge-patch.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import { type PlacedRule, rootRule, ruleBelow } from './key-rules/placed-rule.ts';
import type { ThingKind } from './thing-kinds.ts';

/** What a name stands for: names of stages are told apart by their pipeline, and those of answers by their question. */
export interface ThingId {
  readonly kind: ThingKind;
  /** The thing that it is a part of; empty for all others. */
  readonly scope: string;
  readonly name: string;
}

/** A place at which a thing is named. */
export interface NamePlace extends ThingId {
  readonly role: 'declared' | 'referred';
  /** Steps to the name: to the key where it is one, else to the value. */
  readonly path: readonly PathStep[];
  readonly atKey: boolean;
}

/** One text for each thing, such as for the key of a map. */
export function thingKey({ kind, scope, name }: ThingId): string {
  return JSON.stringify([kind, scope, name]);
}

/**
 * Copies a document with other names: each name that is declared or referred to is replaced by what is returned for
 * it. Keys keep their order. O(size of the document).
 */
export function mapNames(document: Json, rename: (place: NamePlace) => string): Json {
  const renamed = (place: NamePlace): string => {
    const isScoped = place.kind === 'stage' || place.kind === 'answer';
    return rename(isScoped ? place : { ...place, scope: '' });
  };

  const text = (value: string, at: PlacedRule, scope: string, path: readonly PathStep[]): string => {
    const { refers } = at.rule;
    if (refers === undefined) return value;
    const place = { role: 'referred', scope, path, atKey: false } as const;
    const behind = (prefix: string, kind: ThingKind) =>
      value.startsWith(prefix) ? `${prefix}${renamed({ ...place, kind, name: value.slice(prefix.length) })}` : null;
    switch (refers) {
      case 'field':
        return behind('answers.', 'question') ?? value;
      case 'clause':
        return behind('sla.', 'sla') ?? value;
      case 'metric':
        return behind('-', 'metric') ?? renamed({ ...place, kind: 'metric', name: value });
      default:
        return renamed({ ...place, kind: refers, name: value });
    }
  };

  const entry = (value: Json, at: PlacedRule, scope: string, path: readonly PathStep[]): Json => {
    const { declares } = at.rule;
    if (declares === undefined || !isJsonObject(value) || typeof value.id !== 'string') {
      return typeof value === 'string' ? text(value, at, scope, path) : copy(value, ruleBelow(at, '[]'), scope, path);
    }
    const { id } = value;
    const place = { role: 'declared', kind: declares, scope, name: id, path: [...path, 'id'], atKey: false } as const;
    const name = renamed(place);
    const copied = copy(value, ruleBelow(at, '[]'), id, path);
    return isJsonObject(copied)
      ? Object.fromEntries(Object.entries(copied).map(([key, own]) => [key, key === 'id' ? name : own]))
      : copied;
  };

  // An SLA counts metrics beside readiness.
  const metrics = isJsonObject(document) && isJsonObject(document.metrics) ? document.metrics : {};
  const readiness = isJsonObject(document) && isJsonObject(document.readiness) ? document.readiness : {};
  const isOwnMetric = (name: string) => Object.hasOwn(metrics, name) && !Object.hasOwn(readiness, name);

  const copy = (value: Json, at: PlacedRule, scope: string, path: readonly PathStep[]): Json => {
    if (typeof value === 'string') return text(value, at, scope, path);
    if (Array.isArray(value)) {
      return (value as readonly Json[]).map((item, index) => entry(item, at, scope, [...path, index]));
    }
    if (!isJsonObject(value)) return value;
    const { declares, keysRefer } = at.rule;
    const role = declares === undefined ? 'referred' : 'declared';
    return Object.fromEntries(
      Object.entries(value).map(([key, own]) => {
        const steps = [...path, key];
        const kind = declares ?? (keysRefer === 'readiness' && isOwnMetric(key) ? 'metric' : keysRefer);
        const name = kind === undefined ? key : renamed({ role, kind, scope, name: key, path: steps, atKey: true });
        const inner = declares !== undefined || keysRefer === 'question' ? key : scope;
        return [name, copy(own, ruleBelow(at, key), inner, steps)];
      }),
    );
  };

  return copy(document, rootRule, '', []);
}

/** Every place at which a thing is named, in the order of the document. */
export function namePlaces(document: Json): readonly NamePlace[] {
  const places: NamePlace[] = [];
  mapNames(document, (place) => {
    places.push(place);
    return place.name;
  });
  return places;
}

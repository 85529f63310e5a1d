import { isJsonObject, type Json } from '../effective/merge-patch.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import { type NamePlace, namePlaces, type ThingId, thingKey } from './map-names.ts';

/** What a thing is known by, its name aside: what it says, and where it is spoken of. Texts may come more than once. */
export interface ThingFeatures {
  readonly id: ThingId;
  readonly content: readonly string[];
  readonly usage: readonly string[];
}

interface Enclosing {
  readonly features: { readonly content: string[] };
  readonly depth: number;
}

/**
 * The features of every thing that a document declares, by {@link thingKey}, in the order of their keys.
 * @param label what stands for a name, so that names which two documents spell differently can be compared
 */
export function thingFeatures(document: Json, label: (id: ThingId) => string): ReadonlyMap<string, ThingFeatures> {
  const places = namePlaces(document);
  const declared = new Map<string, { id: ThingId; content: string[]; usage: string[] }>();
  for (const { kind, scope, name, role } of places) {
    const id = { kind, scope, name };
    if (role === 'declared') declared.set(thingKey(id), { id, content: [], usage: [] });
  }
  const keys = new Map(places.filter(({ atKey }) => atKey).map((place) => [pathText(place.path), place]));
  const values = new Map(places.filter(({ atKey }) => !atKey).map((place) => [pathText(place.path), place]));
  const nameOf = (place: NamePlace) => (declared.has(thingKey(place)) ? label(place) : place.name);

  const used = (place: NamePlace, steps: readonly string[]) => {
    // Every readiness and hand-off stands in the order.
    const isInOrder = steps[0] === 'order' || (steps[0] === 'overrides' && steps[2] === 'order');
    if (place.role === 'referred' && !isInOrder) declared.get(thingKey(place))?.usage.push(steps.join('/'));
  };

  const within = (place: NamePlace | undefined, depth: number, enclosing: readonly Enclosing[]) => {
    const features = place?.role === 'declared' ? declared.get(thingKey(place)) : undefined;
    return features === undefined ? enclosing : [...enclosing, { features, depth }];
  };

  const walk = (value: Json, path: readonly PathStep[], steps: readonly string[], enclosing: readonly Enclosing[]) => {
    if (Array.isArray(value) && value.length > 0) {
      for (const [index, item] of (value as readonly Json[]).entries()) {
        const own = values.get(pathText([...path, index, 'id']));
        const inner = [...steps, own === undefined ? '*' : nameOf(own)];
        walk(item, [...path, index], inner, within(own, inner.length, enclosing));
      }
      return;
    }
    if (isJsonObject(value) && Object.keys(value).length > 0) {
      for (const [key, item] of Object.entries(value)) {
        const place = keys.get(pathText([...path, key]));
        const inner = [...steps, place === undefined ? key : nameOf(place)];
        if (place !== undefined) used(place, steps);
        walk(item, [...path, key], inner, within(place, inner.length, enclosing));
      }
      return;
    }
    const place = values.get(pathText(path));
    if (place !== undefined) used(place, steps);
    // Its own name tells nothing of a thing.
    if (place?.role === 'declared') return;
    const said = leafText(value, place === undefined ? null : nameOf(place), path);
    const override = steps[0] === 'overrides' ? `${steps[1]}/` : '';
    for (const { features, depth } of enclosing) {
      const below = steps.slice(depth).join('/');
      if (below !== '' || !isEmpty(value)) features.content.push(`${override}${below}=${said}`);
    }
  };

  walk(document, [], [], []);
  return new Map([...declared].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function leafText(value: Json, name: string | null, path: readonly PathStep[]): string {
  if (name !== null) return JSON.stringify(name);
  // The name of a list that comes with Sameteam says which one it is.
  return `${JSON.stringify(value)}${value === 'builtin' ? path.at(-1) : ''}`;
}

function isEmpty(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}

function pathText(path: readonly PathStep[]): string {
  return JSON.stringify(path);
}

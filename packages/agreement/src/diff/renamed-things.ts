import { isJsonObject, type Json } from '../effective/merge-patch.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import type { Comparison } from './compare-agreements.ts';
import { type NamePlace, type ThingId, thingKey } from './map-names.ts';
import type { Rename } from './match-things.ts';
import { valueAt } from './places.ts';

/** A thing with another name, and where it is declared. */
export interface RenamedThing {
  readonly rename: Rename;
  readonly pathBefore: readonly PathStep[];
  readonly pathAfter: readonly PathStep[];
}

/** The things that have another name, without goals that have the name of their metric and follow it. */
export function renamedThings({ renames, documents, places }: Comparison): readonly RenamedThing[] {
  return renames.flatMap((rename) => {
    const pathBefore = declarationOf(rename.before, places.before);
    const pathAfter = declarationOf(rename.after, places.after);
    const hasMetricName =
      rename.before.kind === 'goal' &&
      isNamedByMetric(documents.before, pathBefore) &&
      isNamedByMetric(documents.after, pathAfter);
    return hasMetricName ? [] : [{ rename, pathBefore, pathAfter }];
  });
}

/** Steps to what a thing is declared as; in the sections themselves rather than in an override. */
function declarationOf(id: ThingId, places: readonly NamePlace[]): readonly PathStep[] {
  const key = thingKey(id);
  const declared = places.filter((place) => place.role === 'declared' && thingKey(place) === key);
  const place = declared.find(({ path }) => path[0] !== 'overrides') ?? declared[0];
  return place === undefined ? [] : declaredPath(place);
}

/** Steps to the thing that is named at a place where it is declared. */
export function declaredPath({ path, atKey }: NamePlace): readonly PathStep[] {
  return atKey ? path : path.slice(0, -1);
}

function isNamedByMetric(document: Json, path: readonly PathStep[]): boolean {
  const goal = valueAt(document, path);
  return isJsonObject(goal) && goal.id === goal.metric;
}

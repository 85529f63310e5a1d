import { isJsonObject, type Json } from '../effective/merge-patch.ts';
import type { PathStep } from '../issue/agreement-issue.ts';

type Path = readonly PathStep[];

/** The value at a path; `undefined` where there is none. */
export function valueAt(document: Json | undefined, path: Path): Json | undefined {
  let at = document;
  for (const step of path) at = below(at, step);
  return at;
}

function below(value: Json | undefined, step: PathStep): Json | undefined {
  if (Array.isArray(value)) return (value as readonly Json[])[Number(step)];
  return isJsonObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

/** A path as an address: entries of a list by their id, where they have one. */
export function addressOf(document: Json, path: Path): string {
  return addressSteps(document, path).join('.');
}

/** The steps of an address, as text. */
export function addressSteps(document: Json, path: Path): readonly string[] {
  let at: Json | undefined = document;
  return path.map((step) => {
    at = below(at, step);
    return typeof step === 'number' && isJsonObject(at) && typeof at.id === 'string' ? at.id : String(step);
  });
}

/**
 * The path of the same place in a document of the same shape with other keys.
 * @param from the document that the path is of
 */
export function sameWay(path: Path, from: Json, to: Json): Path {
  let here: Json | undefined = from;
  let there: Json | undefined = to;
  return path.map((step) => {
    const index = isJsonObject(here) ? Object.keys(here).indexOf(String(step)) : -1;
    const other = isJsonObject(there) && index >= 0 ? (Object.keys(there)[index] ?? step) : step;
    here = below(here, step);
    there = below(there, other);
    return other;
  });
}

import { isJsonObject, type Json } from '../effective/merge-patch.ts';
import type { PathStep } from '../issue/agreement-issue.ts';

/** A step to a value that does not depend on where it stands in a list: a key, or the id of an entry. */
export interface FirmStep {
  readonly key: string;
  readonly isId: boolean;
}

/**
 * The steps of a path as far as they mean the same in another document: up to the first list whose entries have no id.
 */
export function firmSteps(document: Json, path: readonly PathStep[]): readonly FirmStep[] {
  const steps: FirmStep[] = [];
  let at: Json | undefined = document;
  for (const step of path) {
    if (typeof step === 'number') {
      at = Array.isArray(at) ? (at as readonly Json[])[step] : undefined;
      if (!isJsonObject(at) || typeof at.id !== 'string') return steps;
      steps.push({ key: at.id, isId: true });
    } else {
      at = isJsonObject(at) && Object.hasOwn(at, step) ? at[step] : undefined;
      steps.push({ key: step, isId: false });
    }
  }
  return steps;
}

/** The value that such steps lead to; `undefined` where there is none. */
export function valueBySteps(document: Json, steps: readonly FirmStep[]): Json | undefined {
  let at: Json | undefined = document;
  for (const { key, isId } of steps) {
    if (isId)
      at = Array.isArray(at)
        ? (at as readonly Json[]).find((entry) => isJsonObject(entry) && entry.id === key)
        : undefined;
    else at = isJsonObject(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
}

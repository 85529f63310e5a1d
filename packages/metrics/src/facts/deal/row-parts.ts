import type { StateValues } from '../lead/state-values.ts';
import { type StateName, sourceColumns, stateNames } from '../schema/source-columns.ts';

/** Where a lead came from, as every row of it says. */
export type SourceValues = { readonly [K in keyof typeof sourceColumns]: string | null };

const sourceNames = Object.keys(sourceColumns) as readonly (keyof SourceValues)[];

/** States of which nothing is known. */
export const noStates: StateValues = makeStates(() => null);

/** The states by a function that says each. */
export function makeStates(say: (state: StateName) => string | null): StateValues {
  const states: Partial<Record<StateName, string | null>> = {};
  for (const name of stateNames) states[name] = say(name);
  return states as StateValues;
}

/** Source columns of a row; all missing where there is none. */
export function sourceOf(row: SourceValues | null): SourceValues {
  const source: Partial<Record<keyof SourceValues, string | null>> = {};
  for (const name of sourceNames) source[name] = row?.[name] ?? null;
  return source as SourceValues;
}

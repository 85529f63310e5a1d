import type { EngagementSearch } from './engagement-search.ts';
import { engagementBit, type Formula } from './formula.ts';
import type { Formulas } from './formulas.ts';
import type { Done, Spend } from './sum-set.ts';
import { valuesOf } from './value-mask.ts';

/** What makes a formula hold. */
export interface Solution {
  /** The value of each variable that matters, by its number. */
  readonly values: ReadonlyMap<number, number>;
  /** What the lead did; `null` where that does not matter. */
  readonly done: readonly Done[] | null;
}

/** A step rewrites a formula, which takes some microseconds. */
const stepWork = 100;

const free: Solution = { values: new Map(), done: null };

/**
 * Searches all values of all variables, one variable after the other. Formulas that are equal are the same object, so
 * that one that was found to hold for nothing is never searched again.
 */
export class LeadSearch {
  readonly #formulas: Formulas;
  readonly #engagement: EngagementSearch;
  readonly #spend: Spend;
  readonly #hopeless = new Set<Formula>();

  constructor(formulas: Formulas, engagement: EngagementSearch, spend: Spend) {
    this.#formulas = formulas;
    this.#engagement = engagement;
    this.#spend = spend;
  }

  /** @returns `null` when nothing makes it hold: everything was tried */
  find(formula: Formula): Solution | null {
    if (formula.kind === 'constant') return formula.holds ? free : null;
    if (this.#hopeless.has(formula)) return null;
    this.#spend(stepWork);
    const found = this.#search(formula);
    if (found === null) this.#hopeless.add(formula);
    return found;
  }

  #search(formula: Formula): Solution | null {
    if (formula.reads === engagementBit) {
      const done = this.#engagement.find(formula);
      return done === null ? null : { ...free, done };
    }
    if (formula.kind === 'some') {
      for (const part of formula.parts) {
        const found = this.find(part);
        if (found !== null) return found;
      }
      return null;
    }
    const apart = formula.kind === 'every' ? independent(formula.parts) : [];
    return apart.length > 1 ? this.#each(apart) : this.#branch(formula);
  }

  /** Parts that have nothing in common are searched by themselves. */
  #each(groups: readonly (readonly Formula[])[]): Solution | null {
    const values = new Map<number, number>();
    let done: readonly Done[] | null = null;
    for (const group of groups) {
      const found = this.find(this.#formulas.every(group));
      if (found === null) return null;
      for (const [variable, value] of found.values) values.set(variable, value);
      done = found.done ?? done;
    }
    return { values, done };
  }

  #branch(formula: Formula): Solution | null {
    const variable = nextVariable(formula);
    for (let value = 0; value < this.#formulas.size(variable); value++) {
      const found = this.find(this.#formulas.given(formula, variable, value));
      if (found !== null) return { ...found, values: new Map([...found.values, [variable, value]]) };
    }
    return null;
  }
}

/** A variable that something is demanded of, else the first one: the same order finds the same formulas again. */
function nextVariable(formula: Formula): number {
  const demanded = formula.kind === 'every' ? formula.parts.find((part) => part.kind === 'choice') : undefined;
  if (demanded !== undefined) return demanded.variable;
  return valuesOf(formula.reads & ~engagementBit)[0] ?? 0;
}

function independent(parts: readonly Formula[]): readonly (readonly Formula[])[] {
  let groups: { readonly reads: bigint; readonly parts: readonly Formula[] }[] = [];
  for (const part of parts) {
    const touching = groups.filter(({ reads }) => (reads & part.reads) !== 0n);
    const merged = touching.reduce(
      (all, group) => ({ reads: all.reads | group.reads, parts: [...all.parts, ...group.parts] }),
      { reads: part.reads, parts: [part] as readonly Formula[] },
    );
    groups = [...groups.filter((group) => !touching.includes(group)), merged];
  }
  return groups.map((group) => group.parts);
}

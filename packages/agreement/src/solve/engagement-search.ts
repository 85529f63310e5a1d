import type { EngagementRules } from '../scoring/engagement-points.ts';
import { type CountDemand, type EngagementDemand, meetDemand } from './engagement-demand.ts';
import type { Count, Formula, Sum } from './formula.ts';
import type { Formulas } from './formulas.ts';
import type { Done, Spend } from './sum-set.ts';

type Literal = Count | Sum;

/** Finds what a lead can have done to make formulas hold that ask for nothing else. */
export class EngagementSearch {
  readonly #formulas: Formulas;
  readonly #rules: EngagementRules;
  readonly #spend: Spend;
  readonly #met = new Map<string, readonly Done[] | null>();

  constructor(formulas: Formulas, rules: EngagementRules, spend: Spend) {
    this.#formulas = formulas;
    this.#rules = rules;
    this.#spend = spend;
  }

  /** @returns `null` when nothing makes it hold */
  find(formula: Formula): readonly Done[] | null {
    return this.#find([formula], new Map());
  }

  /** Takes literals out of the formulas, and then one alternative after the other. */
  #find(open: readonly Formula[], literals: ReadonlyMap<number, Literal>): readonly Done[] | null {
    this.#spend(1);
    const flat = this.#formulas.every(open);
    if (flat.kind === 'constant' && !flat.holds) return null;
    const parts = flat.kind === 'every' ? flat.parts : flat.kind === 'constant' ? [] : [flat];
    const found = new Map(literals);
    for (const part of parts) if (part.kind === 'count' || part.kind === 'sum') found.set(part.id, part);
    const met = this.#meet([...found.values()]);
    if (met === null) return null;
    const [alternatives, ...others] = parts.filter((part) => part.kind === 'some');
    if (alternatives === undefined) return met;
    for (const alternative of alternatives.parts) {
      const done = this.#find([alternative, ...others], found);
      if (done !== null) return done;
    }
    return null;
  }

  #meet(literals: readonly Literal[]): readonly Done[] | null {
    const key = literals
      .map(({ id }) => id)
      .sort((a, b) => a - b)
      .join();
    const known = this.#met.get(key);
    if (known !== undefined) return known;
    const met = meetDemand(demandOf(literals), this.#rules, this.#spend);
    this.#met.set(key, met);
    return met;
  }
}

/** Literals that must hold together, as one demand. */
function demandOf(literals: readonly Literal[]): EngagementDemand {
  let [least, most] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  const counts = new Map<string, CountDemand>();
  for (const literal of literals) {
    if (literal.kind === 'sum') {
      if (literal.engagement > 0) least = Math.max(least, literal.atLeast);
      else most = Math.min(most, -literal.atLeast);
      continue;
    }
    const { activities, withinMs, count, holds } = literal;
    const key = JSON.stringify([activities, withinMs]);
    const known = counts.get(key) ?? { activities, withinMs, atLeast: 0, atMost: Number.POSITIVE_INFINITY };
    counts.set(
      key,
      holds
        ? { ...known, atLeast: Math.max(known.atLeast, count) }
        : { ...known, atMost: Math.min(known.atMost, count - 1) },
    );
  }
  return { points: [least, most], counts: [...counts.values()] };
}

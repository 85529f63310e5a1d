import { type CountTest, engagementBit, type Formula, type Sum, type Table, type Term } from './formula.ts';
import { maskOf, valuesOf } from './value-mask.ts';

/**
 * Makes formulas, each only once: equal ones are the same object, so that what is known of one is known wherever it
 * comes up again. Everything that follows without a search is worked out while they are made.
 * @param sizes how many values each variable has, by its number
 * @param range of the points that engagement can bring, in whole thousandths
 */
export class Formulas {
  readonly always: Formula;
  readonly never: Formula;
  readonly #made = new Map<string, Formula>();
  readonly #tableTexts = new WeakMap<Table, string>();
  readonly #sizes: readonly number[];
  readonly #range: readonly [number, number];

  constructor(sizes: readonly number[], range: readonly [number, number]) {
    this.#sizes = sizes;
    this.#range = range;
    this.always = this.#make('T', (id) => ({ id, kind: 'constant', reads: 0n, holds: true }));
    this.never = this.#make('F', (id) => ({ id, kind: 'constant', reads: 0n, holds: false }));
  }

  /** How many values a variable has. */
  size(variable: number): number {
    return this.#sizes[variable] ?? 0;
  }

  every(parts: readonly Formula[]): Formula {
    return this.#combine('every', parts);
  }

  some(parts: readonly Formula[]): Formula {
    return this.#combine('some', parts);
  }

  choice(variable: number, values: bigint): Formula {
    if (values === 0n) return this.never;
    if (values === this.#all(variable)) return this.always;
    const reads = 1n << BigInt(variable);
    return this.#make(`=${variable}:${values.toString(36)}`, (id) => ({ id, kind: 'choice', reads, variable, values }));
  }

  count(test: CountTest, holds = true): Formula {
    const { activities, withinMs, count } = test;
    const sorted = activities === null ? null : [...new Set(activities)].sort();
    return this.#make(`#${JSON.stringify([sorted, withinMs, count, holds])}`, (id) => ({
      id,
      kind: 'count',
      reads: engagementBit,
      activities: sorted,
      withinMs,
      count,
      holds,
    }));
  }

  /** Whether weights add up to `atLeast` or more. */
  sum(given: {
    readonly terms: readonly Term[];
    readonly tables?: readonly Table[];
    readonly engagement?: -1 | 0 | 1;
    readonly atLeast: number;
  }): Formula {
    const engagement = this.#range[0] === 0 && this.#range[1] === 0 ? 0 : (given.engagement ?? 0);
    const weights = new Map<number, number[]>();
    const terms = new Map<Formula, number>();
    let rest = given.atLeast;
    const tableOf = (variable: number) => {
      const known = weights.get(variable) ?? Array.from({ length: this.#sizes[variable] ?? 0 }, () => 0);
      weights.set(variable, known);
      return known;
    };
    for (const table of given.tables ?? []) {
      const total = tableOf(table.variable);
      for (const [value, weight] of table.weights.entries()) total[value] = (total[value] ?? 0) + weight;
    }
    for (const { formula, weight } of given.terms) {
      if (formula === this.always) rest -= weight;
      else if (formula.kind === 'choice') {
        const total = tableOf(formula.variable);
        for (const value of valuesOf(formula.values)) total[value] = (total[value] ?? 0) + weight;
      } else if (formula !== this.never) terms.set(formula, (terms.get(formula) ?? 0) + weight);
    }
    const tables: Table[] = [];
    for (const [variable, table] of [...weights].sort(([a], [b]) => a - b)) {
      const least = Math.min(...table);
      rest -= least;
      if (table.some((weight) => weight !== least))
        tables.push({ variable, weights: table.map((weight) => weight - least) });
    }
    const others = [...terms]
      .filter(([, weight]) => weight !== 0)
      .sort(([a], [b]) => a.id - b.id)
      .map(([formula, weight]) => ({ formula, weight }));
    return this.#bounded({ tables, terms: others, engagement, atLeast: rest });
  }

  /** The formula that holds where this one does not. */
  not(formula: Formula): Formula {
    switch (formula.kind) {
      case 'constant':
        return formula.holds ? this.never : this.always;
      case 'every':
        return this.some(formula.parts.map((part) => this.not(part)));
      case 'some':
        return this.every(formula.parts.map((part) => this.not(part)));
      case 'choice':
        return this.choice(formula.variable, this.#all(formula.variable) & ~formula.values);
      case 'count':
        return this.count(formula, !formula.holds);
      case 'sum':
        return this.sum({
          terms: formula.terms.map(({ formula: part, weight }) => ({ formula: part, weight: -weight })),
          tables: formula.tables.map(({ variable, weights }) => ({ variable, weights: weights.map((w) => -w) })),
          engagement: (-formula.engagement + 0) as -1 | 0 | 1,
          atLeast: 1 - formula.atLeast,
        });
    }
  }

  /** What is left to be answered when a variable has a value. */
  given(formula: Formula, variable: number, value: number): Formula {
    const bit = 1n << BigInt(variable);
    const known = new Map<Formula, Formula>();
    const rewrite = (part: Formula): Formula => {
      if ((part.reads & bit) === 0n) return part;
      const before = known.get(part);
      if (before !== undefined) return before;
      const after = this.#rewritten(part, variable, value, rewrite);
      known.set(part, after);
      return after;
    };
    return rewrite(formula);
  }

  #rewritten(part: Formula, variable: number, value: number, rewrite: (part: Formula) => Formula): Formula {
    switch (part.kind) {
      case 'every':
        return this.every(part.parts.map(rewrite));
      case 'some':
        return this.some(part.parts.map(rewrite));
      case 'choice':
        return (part.values >> BigInt(value)) & 1n ? this.always : this.never;
      case 'sum': {
        const own = part.tables.find((table) => table.variable === variable);
        const tables = own === undefined ? part.tables : part.tables.filter((table) => table !== own);
        const atLeast = part.atLeast - (own?.weights[value] ?? 0);
        const terms = part.terms.map(({ formula, weight }) => ({ formula: rewrite(formula), weight }));
        // Most often only a table goes, and the rest is in order as it is.
        if (terms.every(({ formula }, index) => formula === part.terms[index]?.formula))
          return this.#bounded({ ...part, tables, atLeast });
        return this.sum({ terms, tables, engagement: part.engagement, atLeast });
      }
      default:
        return part;
    }
  }

  #bounded(given: Pick<Sum, 'tables' | 'terms' | 'engagement' | 'atLeast'>): Formula {
    const { tables, terms, engagement, atLeast } = given;
    const [low, high] = engagement < 0 ? [-this.#range[1], -this.#range[0]] : this.#range;
    let least = engagement === 0 ? 0 : low;
    let most = engagement === 0 ? 0 : high;
    for (const { weights } of tables) most += Math.max(...weights);
    for (const { weight } of terms) {
      if (weight > 0) most += weight;
      else least += weight;
    }
    if (least >= atLeast) return this.always;
    if (most < atLeast) return this.never;
    const [term] = terms;
    if (terms.length === 1 && tables.length === 0 && engagement === 0 && term !== undefined)
      return term.weight > 0 ? term.formula : this.not(term.formula);
    const [table] = tables;
    if (terms.length === 0 && tables.length === 1 && engagement === 0 && table !== undefined)
      return this.choice(
        table.variable,
        maskOf(table.weights.flatMap((weight, value) => (weight >= atLeast ? [value] : []))),
      );
    const key = JSON.stringify([
      tables.map((one) => this.#textOf(one)),
      terms.map(({ formula, weight }) => [formula.id, weight]),
      engagement,
      atLeast,
    ]);
    const reads = [
      ...tables.map(({ variable }) => 1n << BigInt(variable)),
      ...terms.map(({ formula }) => formula.reads),
      engagement === 0 ? 0n : engagementBit,
    ].reduce((a, b) => a | b, 0n);
    return this.#make(`+${key}`, (id) => ({ id, kind: 'sum', reads, tables, terms, engagement, atLeast }));
  }

  #textOf(table: Table): string {
    const known = this.#tableTexts.get(table) ?? `${table.variable}:${table.weights}`;
    this.#tableTexts.set(table, known);
    return known;
  }

  #combine(kind: 'every' | 'some', given: readonly Formula[]): Formula {
    const [neutral, final] = kind === 'every' ? [this.always, this.never] : [this.never, this.always];
    const parts = new Set<Formula>();
    const choices = new Map<number, bigint>();
    const add = (part: Formula): void => {
      if (part.kind === kind) for (const inner of part.parts) add(inner);
      else if (part.kind === 'choice') {
        const known = choices.get(part.variable);
        const values = kind === 'every' ? (known ?? part.values) & part.values : (known ?? 0n) | part.values;
        choices.set(part.variable, values);
      } else if (part !== neutral) parts.add(part);
    };
    for (const part of given) add(part);
    for (const [variable, values] of choices) {
      const choice = this.choice(variable, values);
      if (choice !== neutral) parts.add(choice);
    }
    if (parts.has(final)) return final;
    const sorted = [...parts].sort((a, b) => a.id - b.id);
    const [only] = sorted;
    if (only === undefined) return neutral;
    if (sorted.length === 1) return only;
    const reads = sorted.reduce((bits, part) => bits | part.reads, 0n);
    const key = `${kind === 'every' ? '&' : '|'}${sorted.map(({ id }) => id).join(',')}`;
    return this.#make(key, (id) => ({ id, kind, reads, parts: sorted }));
  }

  #all(variable: number): bigint {
    return (1n << BigInt(this.#sizes[variable] ?? 0)) - 1n;
  }

  #make(key: string, make: (id: number) => Formula): Formula {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made = make(this.#made.size);
    this.#made.set(key, made);
    return made;
  }
}

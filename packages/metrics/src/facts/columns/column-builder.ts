import type { FactKind } from '../schema/fact-column.ts';
import { type FactGrain, type FactRowOf, factSchema } from '../schema/fact-schema.ts';
import type { Dictionary } from './dictionary.ts';
import { growingFloat64, growingInt32 } from './growing.ts';

/** Values of one column: codes of a dictionary for terms and subjects, numbers with NaN for none for all others. */
export type ColumnData =
  | { readonly kind: 'term' | 'subject'; readonly codes: Int32Array; readonly dictionary: Dictionary }
  | { readonly kind: 'time' | 'integer' | 'day'; readonly values: Float64Array };

/** Rows of one grain as columns. */
export interface FactColumnData {
  readonly grain: FactGrain;
  readonly count: number;
  /** By name, in the order of `factSchema`. */
  readonly columns: Readonly<Record<string, ColumnData>>;
}

/** Dictionaries that columns of several grains share. Code 0 is the missing one. */
export interface FactDictionaries {
  readonly terms: Dictionary;
  readonly subjects: Dictionary;
}

/** Collects rows of one grain. */
export interface ColumnBuilder<G extends FactGrain> {
  add(row: FactRowOf<G>): void;
  /** Number of rows since the last `take`. */
  readonly count: number;
  /** The rows so far; the builder is empty then. */
  take(): FactColumnData;
}

/**
 * Makes a collector of rows of a grain as typed arrays. O(columns) a row.
 * @example
 * const dictionaries = { terms: new Dictionary(), subjects: new Dictionary() };
 * const pulses = createFactColumns('pulses', dictionaries);
 * pulses.add({ excluded: null, segment: null, at_answered: 0, team: 'sales', in_sync: 4 });
 * pulses.take().columns.in_sync // { kind: 'integer', values: Float64Array.of(4) }
 */
export function createFactColumns<G extends FactGrain>(grain: G, dictionaries: FactDictionaries): ColumnBuilder<G> {
  const schema: Readonly<Record<string, FactKind>> = factSchema[grain];
  const empty = () => Object.entries(schema).map(([name, kind]) => collect(name, kind, dictionaries));
  let parts = empty();
  let count = 0;
  return {
    get count() {
      return count;
    },
    add(row) {
      const values: Readonly<Record<string, string | number | null>> = row;
      for (const part of parts) part.push(values[part.name] ?? null);
      count += 1;
    },
    take() {
      const taken = {
        grain,
        count,
        columns: Object.fromEntries(parts.map((part) => [part.name, part.data()])),
      };
      parts = empty();
      count = 0;
      return taken;
    },
  };
}

function collect(name: string, kind: FactKind, { terms, subjects }: FactDictionaries) {
  if (kind === 'term' || kind === 'subject') {
    const dictionary = kind === 'term' ? terms : subjects;
    const codes = growingInt32();
    return {
      name,
      push: (value: string | number | null) => codes.push(dictionary.code(value as string | null)),
      data: (): ColumnData => ({ kind, codes: codes.view(), dictionary }),
    };
  }
  const values = growingFloat64();
  return {
    name,
    push: (value: string | number | null) => values.push(value === null ? Number.NaN : (value as number)),
    data: (): ColumnData => ({ kind, values: values.view() }),
  };
}

import type { FactKind } from '../schema/fact-column.ts';
import { type FactGrain, type FactRowOf, factSchema } from '../schema/fact-schema.ts';
import type { Dictionary } from './dictionary.ts';

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
 * @param expected rows for which there is room at first, once there is one
 * @example
 * const dictionaries = { terms: new Dictionary(), subjects: new Dictionary() };
 * const pulses = createFactColumns('pulses', dictionaries);
 * pulses.add({ excluded: null, segment: null, at_answered: 0, team: 'sales', in_sync: 4 });
 * pulses.take().columns.in_sync // { kind: 'integer', values: Float64Array.of(4) }
 */
export function createFactColumns<G extends FactGrain>(
  grain: G,
  dictionaries: FactDictionaries,
  expected = fewRows,
): ColumnBuilder<G> {
  const schema: Readonly<Record<string, FactKind>> = factSchema[grain];
  const parts = Object.entries(schema).map(([name, kind]) => columnPart(name, kind, dictionaries));
  const placeOf = new Map(parts.map(({ name }, place) => [name, place]));
  let capacity = 0;
  let count = 0;
  const resize = (size: number) => {
    capacity = size;
    for (const part of parts) part.resize(size);
  };
  return {
    get count() {
      return count;
    },
    add(row) {
      if (count === capacity) resize(capacity === 0 ? expected : 2 * capacity);
      setRow(row, count, parts, placeOf);
      count += 1;
    },
    take() {
      const columns = Object.fromEntries(parts.map((part) => [part.name, part.take(count)]));
      const data = { grain, count, columns };
      count = 0;
      capacity = 0;
      return data;
    },
  };
}

const fewRows = 256;

/** Values of one column. Both arrays are there, so that every part has one form; the other one is empty. */
interface ColumnPart {
  readonly name: string;
  readonly dictionary: Dictionary | null;
  codes: Int32Array;
  values: Float64Array;
  /** What the row before said, and its code. */
  lastText: string | null;
  lastCode: number;
  readonly resize: (size: number) => void;
  readonly take: (count: number) => ColumnData;
}

/**
 * Sets a row of all columns. Facts are made by the million, with a hundred columns: walking over the fields of an object
 * takes a sixth of the time of asking for each by its name, and a text is mostly that of the column or the row before.
 */
function setRow(row: object, at: number, parts: readonly ColumnPart[], placeOf: ReadonlyMap<string, number>): void {
  const said = row as Readonly<Record<string, string | number | null>>;
  let next = 0;
  let before: ColumnPart | null = null;
  for (const name in said) {
    // Folds write columns in their order, or nearly.
    const place = parts[next]?.name === name ? next : placeOf.get(name);
    if (place === undefined) continue;
    next = place + 1;
    const value = said[name] as string | number | null;
    // Arrays hold what is missing already.
    if (value === null) continue;
    const part = parts[place] as ColumnPart;
    if (part.dictionary === null) {
      part.values[at] = value as number;
      continue;
    }
    if (value !== part.lastText) {
      const isAsBefore = before !== null && before.lastText === value && before.dictionary === part.dictionary;
      part.lastCode = isAsBefore ? (before as ColumnPart).lastCode : part.dictionary.code(value as string);
      part.lastText = value as string;
    }
    part.codes[at] = part.lastCode;
    before = part;
  }
}

function columnPart(name: string, kind: FactKind, { terms, subjects }: FactDictionaries): ColumnPart {
  if (kind === 'term' || kind === 'subject') {
    const dictionary = kind === 'term' ? terms : subjects;
    const part: ColumnPart = {
      ...emptyPart(name, dictionary),
      resize: (size) => {
        const codes = new Int32Array(size);
        codes.set(part.codes);
        part.codes = codes;
      },
      take: (count) => {
        const codes = part.codes.subarray(0, count);
        part.codes = new Int32Array(0);
        return { kind, codes, dictionary };
      },
    };
    return part;
  }
  const part: ColumnPart = {
    ...emptyPart(name, null),
    resize: (size) => {
      const values = new Float64Array(size).fill(Number.NaN, part.values.length);
      values.set(part.values);
      part.values = values;
    },
    take: (count) => {
      const values = part.values.subarray(0, count);
      part.values = new Float64Array(0);
      return { kind, values };
    },
  };
  return part;
}

function emptyPart(name: string, dictionary: Dictionary | null): Omit<ColumnPart, 'resize' | 'take'> {
  return {
    name,
    dictionary,
    codes: new Int32Array(0),
    values: new Float64Array(0),
    lastText: null,
    lastCode: 0,
  };
}

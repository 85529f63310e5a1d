import type { FactKind } from '../schema/fact-column.ts';
import { type FactGrain, type FactRowOf, factSchema } from '../schema/fact-schema.ts';
import type { Dictionary } from './dictionary.ts';

/** Values of one column: codes of a dictionary for terms and subjects, numbers with NaN for none for all others. */
export type ColumnData = (
  | { readonly kind: 'term' | 'subject'; readonly codes: Int32Array; readonly dictionary: Dictionary }
  | { readonly kind: 'time' | 'integer' | 'day'; readonly values: Float64Array }
) & {
  /** Set where no row has a value: such columns share one array, which is only read. */
  readonly isBlank?: true;
};

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
  let room = expected;
  let count = 0;
  return {
    get count() {
      return count;
    },
    add(row) {
      if (count === room) room *= 2;
      setRow(row, { at: count, room, parts, placeOf });
      count += 1;
    },
    take() {
      const blank: Values = { codes: new Int32Array(count), values: new Float64Array(count).fill(Number.NaN) };
      const columns = Object.fromEntries(parts.map((part) => [part.name, part.take(count, blank)]));
      const data = { grain, count, columns };
      count = 0;
      room = expected;
      return data;
    },
  };
}

const fewRows = 256;

interface Values {
  readonly codes: Int32Array;
  readonly values: Float64Array;
}

/** Values of one column. Both arrays are there, so that every part has one form; they are empty until there is a value. */
interface ColumnPart {
  readonly name: string;
  readonly dictionary: Dictionary | null;
  codes: Int32Array;
  values: Float64Array;
  /** What the row before said, and its code. */
  lastText: string | null;
  lastCode: number;
  readonly resize: (size: number) => void;
  /** @param blank as many rows without a value */
  readonly take: (count: number, blank: Values) => ColumnData;
}

/** Where a row goes. */
interface RowPlace {
  readonly at: number;
  /** Rows for which a column makes room that has too little. */
  readonly room: number;
  readonly parts: readonly ColumnPart[];
  readonly placeOf: ReadonlyMap<string, number>;
}

/**
 * Sets a row of all columns. Facts are made by the million, with a hundred columns: walking over the fields of an object
 * takes a sixth of the time of asking for each by its name, and a text is mostly that of the column or the row before.
 */
function setRow(row: object, { at, room, parts, placeOf }: RowPlace): void {
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
      if (at >= part.values.length) part.resize(room);
      part.values[at] = value as number;
      continue;
    }
    if (value !== part.lastText) {
      const isAsBefore = before !== null && before.lastText === value && before.dictionary === part.dictionary;
      part.lastCode = isAsBefore ? (before as ColumnPart).lastCode : part.dictionary.code(value as string);
      part.lastText = value as string;
    }
    if (at >= part.codes.length) part.resize(room);
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
      take: (count, blank) => {
        if (part.codes.length === 0) return { kind, codes: blank.codes, dictionary, isBlank: true };
        if (part.codes.length < count) part.resize(count);
        const codes = part.codes.subarray(0, count);
        part.codes = noCodes;
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
    take: (count, blank) => {
      if (part.values.length === 0) return { kind, values: blank.values, isBlank: true };
      if (part.values.length < count) part.resize(count);
      const values = part.values.subarray(0, count);
      part.values = noValues;
      return { kind, values };
    },
  };
  return part;
}

const noCodes = new Int32Array(0);
const noValues = new Float64Array(0);

function emptyPart(name: string, dictionary: Dictionary | null): Omit<ColumnPart, 'resize' | 'take'> {
  return { name, dictionary, codes: noCodes, values: noValues, lastText: null, lastCode: 0 };
}

import type { FactKind } from '../schema/fact-column.ts';
import { type FactGrain, type FactRowOf, factSchema } from '../schema/fact-schema.ts';
import { type ColumnData, type ColumnPart, columnPart, type FactDictionaries, type Values } from './column-part.ts';

/** Rows of one grain as columns. */
export interface FactColumnData {
  readonly grain: FactGrain;
  readonly count: number;
  /** By name, in the order of `factSchema`. */
  readonly columns: Readonly<Record<string, ColumnData>>;
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

import { type ColumnBuilder, createFactColumns } from '../facts/columns/column-builder.ts';
import type { FactDictionaries } from '../facts/columns/column-part.ts';
import { Dictionary } from '../facts/columns/dictionary.ts';
import { type FactGrain, type FactRowOf, factGrains } from '../facts/schema/fact-schema.ts';
import type { FactSink } from '../facts/story/fact-sink.ts';
import type { DayOf } from '../facts/zone-days.ts';
import { appendFacts } from './append-facts.ts';
import type { Database } from './connection.ts';
import type { FactTables } from './fact-tables.ts';
import type { TextNumbers } from './text-numbers.ts';

/** Where the rows of facts go. */
export interface FactWriter extends FactSink {
  /**
   * Writes the rows so far into the tables.
   * @param numberOf number of a subject; 0 for one that is not known
   */
  flush(numberOf: (subject: string) => number): Promise<void>;
  /** Whether any lead among them has a later stage before an earlier one. */
  readonly hasImpossible: () => boolean;
  /** Rows that were written, by grain. */
  readonly written: Readonly<Record<FactGrain, number>>;
  /** First and last local day that stands in them; `null` for none. */
  days(): { readonly first: number; readonly last: number } | null;
}

/** What a writer writes with. */
interface WriterParts {
  readonly tables: FactTables;
  readonly terms: TextNumbers;
  /** For subjects that nobody knows. */
  readonly subjects: TextNumbers;
  readonly dayOf: DayOf;
  /** Rows of a grain for which there is room at first, where it is known about how many there will be. */
  readonly expected?: number | undefined;
  /** Which change makes the rows, see `changed-facts`; 0 where all are made. */
  readonly generation?: number | undefined;
}

type Builders = { readonly [G in FactGrain]: ColumnBuilder<G> };

/** Collects rows of facts and writes them to the tables of their grains. */
export function factWriter(
  database: Database,
  { tables, terms, subjects, dayOf, expected = 0, generation = 0 }: WriterParts,
): FactWriter {
  const written = Object.fromEntries(factGrains.map((grain) => [grain, 0])) as Record<FactGrain, number>;
  const days = { first: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY };
  const noted: DayOf = (timeMs) => {
    const day = dayOf(timeMs);
    if (day < days.first) days.first = day;
    if (day > days.last) days.last = day;
    return day;
  };
  let hasImpossible = false;
  let dictionaries = { terms: new Dictionary(), subjects: new Dictionary() };
  let builders = buildersOf(dictionaries, Object.fromEntries(factGrains.map((grain) => [grain, expected])));

  async function subjectNumbers(numberOf: (subject: string) => number): Promise<Int32Array> {
    const texts = textsOf(dictionaries.subjects);
    const numbers = Int32Array.from(texts, numberOf);
    const unknown = [...texts.keys()].filter((place) => numbers[place] === 0);
    const found = await subjects.of(unknown.map((place) => texts[place] as string));
    for (const [index, place] of unknown.entries()) numbers[place] = found[index] as number;
    return numbers;
  }

  return {
    written,
    hasImpossible: () => hasImpossible,
    days: () => (days.first > days.last ? null : { ...days }),
    add<G extends FactGrain>(grain: G, row: FactRowOf<G>) {
      // Only leads have the column; to ask each row for it takes as long as to set it.
      if (grain === 'leads' && 'impossible' in row && row.impossible === 1) hasImpossible = true;
      builders[grain].add(row);
    },
    async flush(numberOf) {
      if (factGrains.every((grain) => builders[grain].count === 0)) return;
      const numbers = {
        terms: withMissing(await terms.of(textsOf(dictionaries.terms))),
        subjects: withMissing(await subjectNumbers(numberOf)),
        dayOf: noted,
        generation,
      };
      const counts = Object.fromEntries(factGrains.map((grain) => [grain, builders[grain].count]));
      for (const grain of factGrains) {
        if (builders[grain].count === 0) continue;
        const rows = builders[grain].take();
        await appendFacts(database, tables[grain], rows, numbers);
        written[grain] += rows.count;
      }
      dictionaries = { terms: new Dictionary(), subjects: new Dictionary() };
      builders = buildersOf(dictionaries, counts);
    },
  };
}

/** @param counts rows of the chunk before: the next one has about as many */
function buildersOf(dictionaries: FactDictionaries, counts: Readonly<Record<string, number>>): Builders {
  const builders = factGrains.map((grain) => {
    const count = counts[grain] ?? 0;
    return [grain, createFactColumns(grain, dictionaries, ...(count === 0 ? [] : [Math.ceil(count * 1.1)]))];
  });
  return Object.fromEntries(builders) as Builders;
}

function textsOf(dictionary: Dictionary): readonly string[] {
  return Array.from({ length: dictionary.size - 1 }, (_, index) => dictionary.text(index + 1) as string);
}

/** Numbers by code: the missing value has the first. */
function withMissing(numbers: Int32Array): Int32Array {
  const all = new Int32Array(numbers.length + 1);
  all.set(numbers, 1);
  return all;
}

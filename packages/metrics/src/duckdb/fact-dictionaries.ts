import type { ImportMemory } from '../store/recent-keys.ts';
import type { Database } from './connection.ts';
import { type ColumnNumbers, remembering, type TextNumbers, textNumbers } from './text-numbers.ts';

/** Texts whose numbers are remembered from one piece of work to the next. */
const remembered = 20_000;

/** The dictionary of the texts in facts, for one piece of work. */
export interface FactTerms extends TextNumbers {
  /** The highest number that is taken; 0 for none. */
  last(): number;
}

/**
 * The terms of a store.
 * @param options.last the highest number that is taken
 * @param options.known numbers that are remembered
 */
export function factTerms(
  database: Database,
  {
    last,
    known,
    memory,
  }: { readonly last: number; readonly known: Map<string, number>; readonly memory: ImportMemory },
): FactTerms {
  const terms: ColumnNumbers = textNumbers(database, { table: 'terms', column: 'term', memory, last });
  return { ...remembering(terms, remembered, known), last: terms.last };
}

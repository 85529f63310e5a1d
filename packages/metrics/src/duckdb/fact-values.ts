import type { Agreement } from '@sameteam/agreement';
import type { FactColumn } from '../plan/dimensions.ts';
import type { Scope } from '../plan/query.ts';
import type { Database } from './connection.ts';
import { termReader } from './term-reader.ts';

/** The number that stands in a column of facts for a text; 0, which no fact has, for a text that stands nowhere. */
export type NumberOf = (column: FactColumn, text: string) => number;

/** The text that a number in a column of facts stands for. */
export type TextOf = (column: FactColumn, number: unknown) => string | null;

/** Between the texts that are asked for and the numbers that facts hold: terms of the store, segments of the agreement. */
export interface FactValues {
  /** @param texts all that will be asked for */
  numbers(texts: readonly string[]): Promise<NumberOf>;
  /** @param columns names in `rows` of the columns of facts that are to be read */
  texts(
    rows: readonly Readonly<Record<string, unknown>>[],
    columns: readonly { readonly name: string; readonly column: FactColumn }[],
  ): Promise<TextOf>;
  /** To be called when an import has ended. */
  forget(): void;
}

/** The values of the facts of a store under an agreement. */
export function factValues(database: Database, { segments = [] }: Agreement): FactValues {
  const terms = termReader(database);
  const segmentOf = new Map(segments.map(({ id }, index) => [id, index + 1]));
  return {
    async numbers(texts) {
      const numberOf = await terms.numbers(texts);
      return (column, text) => (column.kind === 'segment' ? (segmentOf.get(text) ?? 0) : numberOf(text));
    },
    async texts(rows, columns) {
      const wanted = new Set<number>();
      for (const { name, column } of columns) {
        if (column.kind === 'segment') continue;
        for (const row of rows) if (typeof row[name] === 'number') wanted.add(row[name]);
      }
      const textOf = await terms.texts(wanted);
      return (column, number) => {
        if (typeof number !== 'number') return null;
        return column.kind === 'segment' ? (segments[number - 1]?.id ?? null) : textOf(number);
      };
    },
    forget: terms.forget,
  };
}

/** The texts that the filters of a scope name. */
export function filterTexts({ filters }: Pick<Scope, 'filters'>): readonly string[] {
  return filters.flatMap(({ values }) => values.filter((value) => value !== null));
}

import { columnKind, type FactGrain } from '../facts/schema/fact-schema.ts';
import type { ColumnText } from '../store/scope-texts.ts';
import type { Database } from './connection.ts';
import { dictionaryReader } from './dictionary-reader.ts';

/** The number that stands in a column for a text; 0, which no fact has, for a text that stands nowhere. */
export type NumberOf = (column: string, text: string) => number;

/** The text that a number in a column stands for; `null` for none. */
export type TextOf = (column: string, number: unknown) => string | null;

/** Between texts and the numbers that facts hold for them: of terms, and of subjects. */
export interface FactTexts {
  /** @param texts all that will be asked for */
  numbers(grain: FactGrain, texts: readonly ColumnText[]): Promise<NumberOf>;
  /** @param read names in `rows` of the columns that are to be read */
  texts(
    grain: FactGrain,
    rows: readonly Readonly<Record<string, unknown>>[],
    read: readonly { readonly name: string; readonly column: string }[],
  ): Promise<TextOf>;
  /** @param read columns of numbers, 0 for none */
  textsOf(
    grain: FactGrain,
    read: readonly { readonly column: string; readonly numbers: Iterable<number> }[],
  ): Promise<(column: string, number: number) => string | null>;
  /** To be called when facts have been made: texts that stood nowhere may stand somewhere now. */
  forgetMissing(): void;
  /** To be called when an import has ended. */
  forget(): void;
}

/** The texts of the facts of a store. */
export function factTexts(database: Database): FactTexts {
  const terms = dictionaryReader(database, 'terms');
  const subjects = dictionaryReader(database, 'subjects');
  const isSubject = (grain: FactGrain, column: string) => columnKind(grain, column) === 'subject';
  return {
    async numbers(grain, texts) {
      const those = (wanted: boolean) => [
        ...new Set(texts.filter(([column]) => isSubject(grain, column) === wanted).map(([, text]) => text)),
      ];
      const termOf = await terms.numbers(those(false));
      const subjectOf = await subjects.numbers(those(true));
      return (column, text) => (isSubject(grain, column) ? subjectOf(text) : termOf(text));
    },
    async texts(grain, rows, read) {
      const wanted = { terms: new Set<number>(), subjects: new Set<number>() };
      for (const { name, column } of read) {
        const to = isSubject(grain, column) ? wanted.subjects : wanted.terms;
        for (const row of rows) if (typeof row[name] === 'number') to.add(row[name]);
      }
      const termOf = await terms.texts(wanted.terms);
      const subjectOf = await subjects.texts(wanted.subjects);
      return (column, number) => {
        if (typeof number !== 'number') return null;
        return isSubject(grain, column) ? subjectOf(number) : termOf(number);
      };
    },
    async textsOf(grain, read) {
      const wanted = { terms: new Set<number>(), subjects: new Set<number>() };
      for (const { column, numbers } of read) {
        const to = isSubject(grain, column) ? wanted.subjects : wanted.terms;
        for (const number of numbers) if (number !== 0) to.add(number);
      }
      const termOf = await terms.texts(wanted.terms);
      const subjectOf = await subjects.texts(wanted.subjects);
      return (column, number) => {
        if (number === 0) return null;
        return isSubject(grain, column) ? subjectOf(number) : termOf(number);
      };
    },
    forgetMissing() {
      terms.forgetMissing();
      subjects.forgetMissing();
    },
    forget() {
      terms.forget();
      subjects.forget();
    },
  };
}

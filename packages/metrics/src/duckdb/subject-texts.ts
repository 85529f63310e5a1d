import { amongNumbers } from './among-numbers.ts';
import type { SubjectTexts } from './chunk-log.ts';
import type { Database } from './connection.ts';
import { readTexts } from './read-numbers.ts';

/**
 * Reads the texts of subjects.
 * @param numbers ascending, each once
 * @param rootOf the record that a subject is counted as
 */
export async function subjectTexts(
  database: Database,
  numbers: readonly number[],
  rootOf: (subject: number) => number,
): Promise<SubjectTexts> {
  if (numbers.length === 0) return { textOf: () => undefined, numberOf: () => 0 };
  const among = await amongNumbers(database, 'subjects', numbers);
  const texts = await readTexts(
    database,
    `SELECT string_agg(subject, chr(0) ORDER BY number) FROM subjects WHERE number ${among}`,
  );
  const textOf = new Map(numbers.map((number, place) => [number, texts[place] as string]));
  const numberOf = new Map(numbers.map((number, place) => [texts[place] as string, rootOf(number)]));
  return {
    textOf: (number) => textOf.get(number),
    numberOf: (text) => numberOf.get(text) ?? 0,
  };
}

/** Both of two. */
export function joinedTexts(first: SubjectTexts, second: SubjectTexts): SubjectTexts {
  return {
    textOf: (number) => first.textOf(number) ?? second.textOf(number),
    numberOf: (text) => first.numberOf(text) || second.numberOf(text),
  };
}

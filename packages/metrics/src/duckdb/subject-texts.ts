import { amongNumbers } from './among-numbers.ts';
import type { SubjectTexts } from './chunk-log.ts';
import type { Database } from './connection.ts';
import { areFew, keptTexts, keptUpTo } from './kept-stories.ts';
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
  const textOf = await textsByNumber(database, numbers);
  const numberOf = new Map(Array.from(textOf, ([number, text]) => [text, rootOf(number)]));
  return {
    textOf: (number) => textOf.get(number),
    numberOf: (text) => numberOf.get(text) ?? 0,
  };
}

async function textsByNumber(database: Database, numbers: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const isKept = areFew(numbers) && (await keptUpTo(database)).subject > 0;
  const kept = isKept ? await keptTexts(database, numbers) : new Map<number, string>();
  const missing = numbers.filter((number) => !kept.has(number));
  if (missing.length === 0) return new Map(numbers.map((number) => [number, kept.get(number) as string]));
  const among = await amongNumbers(database, 'subjects', missing);
  const texts = await readTexts(
    database,
    `SELECT string_agg(subject, chr(0) ORDER BY number) FROM subjects WHERE number ${among}`,
  );
  const read = new Map(missing.map((number, place) => [number, texts[place] as string]));
  if (kept.size === 0) return read;
  return new Map(numbers.map((number) => [number, (kept.get(number) ?? read.get(number)) as string]));
}

/** Both of two. */
export function joinedTexts(first: SubjectTexts, second: SubjectTexts): SubjectTexts {
  return {
    textOf: (number) => first.textOf(number) ?? second.textOf(number),
    numberOf: (text) => first.numberOf(text) || second.numberOf(text),
  };
}

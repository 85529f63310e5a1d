import { amongNumbers } from './among-numbers.ts';
import type { SubjectTexts } from './chunk-log.ts';
import type { Database } from './connection.ts';
import type { KeptReader } from './kept-reader.ts';
import { withinRangesSql } from './number-ranges.ts';
import { readTexts } from './read-numbers.ts';

/**
 * Reads the texts of subjects.
 * @param numbers ascending, each once
 * @param rootOf the record that a subject is counted as
 * @param kept is read for them
 */
export async function subjectTexts(
  database: Database,
  numbers: readonly number[],
  rootOf: (subject: number) => number,
  kept: KeptReader,
): Promise<SubjectTexts> {
  if (numbers.length === 0) return { textOf: () => undefined, numberOf: () => 0 };
  const textOf = await textsByNumber(database, numbers, kept);
  const numberOf = new Map(Array.from(textOf, ([number, text]) => [text, rootOf(number)]));
  return {
    textOf: (number) => textOf.get(number),
    numberOf: (text) => numberOf.get(text) ?? 0,
  };
}

async function textsByNumber(
  database: Database,
  numbers: readonly number[],
  kept: KeptReader,
): Promise<ReadonlyMap<number, string>> {
  await kept.read(numbers);
  const missing = numbers.filter((number) => kept.textOf(number) === undefined);
  const read = new Map<number, string>();
  if (missing.length > 0) {
    const among = await amongNumbers(database, 'subjects', missing);
    const rows = withinRangesSql({
      columns: 'subject, number',
      table: 'subjects',
      by: 'number',
      numbers: missing,
      among,
    });
    const texts = await readTexts(database, `SELECT string_agg(subject, chr(0) ORDER BY number) FROM ${rows}`);
    for (const [place, number] of missing.entries()) read.set(number, texts[place] as string);
  }
  if (missing.length === numbers.length) return read;
  return new Map(numbers.map((number) => [number, (kept.textOf(number) ?? read.get(number)) as string]));
}

/** Both of two. */
export function joinedTexts(first: SubjectTexts, second: SubjectTexts): SubjectTexts {
  return {
    textOf: (number) => first.textOf(number) ?? second.textOf(number),
    numberOf: (text) => first.numberOf(text) || second.numberOf(text),
  };
}

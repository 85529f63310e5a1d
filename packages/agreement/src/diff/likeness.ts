/** Texts with how often each of them comes. */
export type Counted = ReadonlyMap<string, number>;

/** Counts texts. */
export function countTexts(texts: readonly string[]): Counted {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/**
 * How much two bags of texts have in common, by weight (Sørensen–Dice). The same whichever comes first, to the bit:
 * sums are of whole numbers.
 * @param weightOf a whole number; 1 each when absent
 * @returns from 0 to 1; 1 for two empty bags
 */
export function likeness(one: Counted, other: Counted, weightOf: (text: string) => number = () => 1): number {
  let common = 0;
  let all = 0;
  for (const [text, count] of one) {
    const weight = weightOf(text);
    common += weight * Math.min(count, other.get(text) ?? 0);
    all += weight * count;
  }
  for (const [text, count] of other) all += weightOf(text) * count;
  return all === 0 ? 1 : (2 * common) / all;
}

/** How much two names look alike: by the pairs of letters that they have in common. */
export function nameLikeness(one: string, other: string): number {
  return likeness(countTexts(letterPairs(one)), countTexts(letterPairs(other)));
}

function letterPairs(name: string): readonly string[] {
  return [...` ${name.toLowerCase()}`].map((letter, index, letters) => `${letter}${letters[index + 1] ?? ' '}`);
}

/** A name in a phrase, and the address of the clause that defines it. */
export interface NamePart {
  readonly text: string;
  readonly clause: string;
}

/** Free text of the company, shown as it was written. */
export interface OwnPart {
  readonly own: string;
}

/** A piece of a phrase: words of ours, a name with its clause, or free text of the company. */
export type PhrasePart = string | NamePart | OwnPart;

/** Words in their order. Names keep the clause that defines them, so that a page can link to it. */
export type Phrase = readonly PhrasePart[];

/**
 * Builds a phrase from a template: phrases and names keep what they are, numbers are written as they stand.
 * @example phraseText(say`${2} ${{ text: 'hot', clause: 'readiness.hot' }} leads`) // '2 hot leads'
 */
export function say(
  words: TemplateStringsArray,
  ...values: readonly (string | number | PhrasePart | Phrase)[]
): Phrase {
  const parts: PhrasePart[] = [];
  for (const [index, text] of words.entries()) {
    if (text !== '') parts.push(text);
    const value = values[index];
    if (value === undefined || value === '') continue;
    if (typeof value === 'number') parts.push(String(value));
    else if (isPhrase(value)) parts.push(...value);
    else parts.push(value);
  }
  return parts;
}

function isPhrase(value: PhrasePart | Phrase): value is Phrase {
  return Array.isArray(value);
}

/** The text of one part. */
export function partText(part: PhrasePart): string {
  if (typeof part === 'string') return part;
  return 'own' in part ? part.own : part.text;
}

/**
 * A phrase as plain text.
 * @returns an empty text for an empty phrase
 * @example phraseText(['each ', { text: 'hot', clause: 'readiness.hot' }, ' lead']) // 'each hot lead'
 */
export function phraseText(phrase: Phrase): string {
  return phrase.map(partText).join('');
}

/** Phrases as a list in prose: "a, b and c". */
export function listed(phrases: readonly (Phrase | PhrasePart)[], word: 'and' | 'or'): Phrase {
  return phrases.flatMap((item, index) => {
    const phrase = typeof item === 'string' || !isPhrase(item) ? [item] : item;
    if (index === 0) return phrase;
    return [index === phrases.length - 1 ? ` ${word} ` : ', ', ...phrase];
  });
}

/** A phrase as a sentence: it begins with a capital letter and ends with a full stop. */
export function sentenceOf(phrase: Phrase): Phrase {
  const first = phrase.findIndex((part) => partText(part) !== '');
  if (first < 0) return phrase;
  const parts = phrase.map((part, index) => (index === first ? capitalised(part) : part));
  return /[.!?…:]["”’)]?\s*$/u.test(phraseText(phrase)) ? parts : [...parts, '.'];
}

function capitalised(part: PhrasePart): PhrasePart {
  if (typeof part === 'string') return part.slice(0, 1).toUpperCase() + part.slice(1);
  return 'text' in part ? { ...part, text: part.text.slice(0, 1).toUpperCase() + part.text.slice(1) } : part;
}

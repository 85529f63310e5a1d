import type { Undefined } from './agreement-issue-params.ts';

/** What is wrong, and what to do. */
export interface Sentences {
  readonly message: string;
  readonly remedy: string;
}

/** A text in quotes, cut where it is long. */
export const quote = (text: string): string => `"${text.length > 80 ? `${text.slice(0, 80)}…` : text}"`;

/** Some names, not more than can be read. */
export function choice(known: readonly string[]): string {
  if (known.length === 0) return 'nothing';
  return known.length > 24 ? `${known.slice(0, 24).join(', ')}, …` : known.join(', ');
}

/** The name that was probably meant, or else what to do. */
export function meant(nearest: string | null, otherwise: string): string {
  return nearest === null ? otherwise : `Did you mean ${quote(nearest)}?`;
}

/** Sentences of a name that a section does not declare. */
export function undeclared(what: string, section: string): (params: Undefined) => Sentences {
  return ({ name, nearest, known }) => ({
    message: `The ${what} ${quote(name)} is not declared.`,
    remedy: meant(nearest, `Declare it under ${section}, or use one that is: ${choice(known)}.`),
  });
}

/** How a value of another kind is written. */
export function typeRemedy(expected: string): string {
  if (expected === 'a list') return 'Write a list: each entry behind "- ", or all of them in [ ].';
  if (expected === 'an object with keys') return 'Write keys with their values, such as "name: value".';
  if (expected === 'text') return 'Put it in quotes, if it is meant as text.';
  return 'Change it.';
}

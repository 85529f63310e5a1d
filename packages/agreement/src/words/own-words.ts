import type { OwnPart, Phrase } from './phrase.ts';
import { shownExactly, shownText } from './shown-text.ts';

/** Free text of the company, in quotes, so that it is never taken for a sentence of ours. */
export function ownWords(text: string): OwnPart {
  return { own: `“${shownText(text)}”` };
}

/** What a clause means in the words of the company, as a sentence of its own. */
export function meaningOf(clause: { readonly means?: string }): readonly Phrase[] {
  return clause.means === undefined ? [] : [[ownWords(clause.means)]];
}

/** A value of the data, in quotes and exactly as it is compared: `c_level` and `c level` are two values. */
export function quoted(value: string): OwnPart {
  return { own: `“${shownExactly(value)}”` };
}

import type { Phrase, PhrasePart } from '../../words/phrase.ts';
import { anchorOf } from '../outline/anchor-of.ts';
import type { Links } from '../outline/links.ts';
import { escapeHtml } from './escape-html.ts';

/**
 * A phrase as HTML: everything is escaped, names link to their clause where the document has it, and free text of the
 * company stands in a `bdi`, so that its direction of writing ends with it.
 */
export function htmlPhrase(phrase: Phrase, links: Links): string {
  return phrase.map((part) => htmlPart(part, links)).join('');
}

/** Sentences, one after the other. */
export function htmlSentences(sentences: readonly Phrase[], links: Links): string {
  return sentences.map((sentence) => htmlPhrase(sentence, links)).join(' ');
}

function htmlPart(part: PhrasePart, { anchors, own }: Links): string {
  if (typeof part === 'string') return escapeHtml(part);
  if ('own' in part) return `<bdi>${escapeHtml(part.own)}</bdi>`;
  if (part.clause === own) return `<dfn>${escapeHtml(part.text)}</dfn>`;
  if (!anchors.has(part.clause)) return escapeHtml(part.text);
  return `<a class="name" href="#${escapeHtml(anchorOf(part.clause))}">${escapeHtml(part.text)}</a>`;
}

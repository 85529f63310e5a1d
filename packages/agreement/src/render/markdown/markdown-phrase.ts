import { type Phrase, type PhrasePart, partText } from '../../words/phrase.ts';
import { anchorOf } from '../outline/anchor-of.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** A phrase as Markdown: escaped, names link to their clause where the document has it. */
export function markdownPhrase(phrase: Phrase, anchors: ReadonlySet<string>): string {
  return phrase.map((part) => markdownPart(part, anchors)).join('');
}

/** Sentences, one after the other. */
export function markdownSentences(sentences: readonly Phrase[], anchors: ReadonlySet<string>): string {
  return sentences.map((sentence) => markdownPhrase(sentence, anchors)).join(' ');
}

function markdownPart(part: PhrasePart, anchors: ReadonlySet<string>): string {
  const text = escapeMarkdown(partText(part));
  if (typeof part === 'string' || 'own' in part || !anchors.has(part.clause)) return text;
  return `[${text}](#${anchorOf(part.clause)})`;
}

import { type Phrase, type PhrasePart, partText } from '../../words/phrase.ts';
import { anchorOf } from '../outline/anchor-of.ts';
import type { Links } from '../outline/links.ts';
import { escapeMarkdown } from './escape-markdown.ts';

/** A phrase as Markdown: escaped, names link to their clause where the document has it. */
export function markdownPhrase(phrase: Phrase, links: Links): string {
  return phrase.map((part) => markdownPart(part, links)).join('');
}

/** Sentences, one after the other. */
export function markdownSentences(sentences: readonly Phrase[], links: Links): string {
  return sentences.map((sentence) => markdownPhrase(sentence, links)).join(' ');
}

function markdownPart(part: PhrasePart, { anchors, own }: Links): string {
  const text = escapeMarkdown(partText(part));
  if (typeof part === 'string' || 'own' in part) return text;
  if (part.clause === own) return `**${text}**`;
  if (!anchors.has(part.clause)) return text;
  return `[${text}](#${anchorOf(part.clause)})`;
}

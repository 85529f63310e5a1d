import type { Agreement } from '../agreement.ts';
import { escapeMarkdown } from './markdown/escape-markdown.ts';
import { markdownBlock } from './markdown/markdown-blocks.ts';
import { markdownPhrase, markdownSentences } from './markdown/markdown-phrase.ts';
import { documentOutline } from './outline/document-outline.ts';
import type { RenderOptions } from './render-options.ts';

/**
 * The document that the heads of the teams read, as Markdown of CommonMark with GitHub's tables. It says the same as
 * `renderHtml`; the picture is a list. Each clause has its address as an anchor.
 * @param options what is shown beside the agreement; without any, it is a draft without signatures
 * @throws AgreementError `invalid-agreement` when the agreement was changed by hand
 * @example renderMarkdown(defaultAgreement, {}).includes('**Draft.**') // true
 */
export function renderMarkdown(agreement: Agreement, options: RenderOptions = {}): string {
  const { title, facts, state, sections, anchors } = documentOutline(agreement, options);
  const parts = sections.map(({ title: heading, blocks }) =>
    [`## ${escapeMarkdown(heading)}`, ...blocks.map((block) => markdownBlock(block, anchors))].join('\n\n'),
  );
  return `${[
    `# ${escapeMarkdown(title)}`,
    facts.map((fact) => markdownPhrase(fact, { anchors })).join(' · '),
    `> **${state.title}.** ${markdownSentences(state.sentences, { anchors })}`,
    ...parts,
  ].join('\n\n')}\n`;
}

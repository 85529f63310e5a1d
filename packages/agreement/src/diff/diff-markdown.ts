import { escapeMarkdown } from '../render/markdown/escape-markdown.ts';
import { shownText } from '../words/shown-text.ts';
import type { AgreementDiff, Change } from './agreement-diff.ts';
import { diffSections } from './diff-sections.ts';
import { summaryOf } from './summary-of.ts';

/**
 * A diff as Markdown: the summary, a heading for each section, and an item for each change; behaviour first, wording
 * last. Text of the agreement cannot become markup.
 * @param options.level level of the headings, from 1 to 6; 2 when absent
 * @returns only the summary for an empty diff
 * @example diffMarkdown(diffAgreements(agreement, agreement)) // 'No changes.\n'
 */
export function diffMarkdown(diff: AgreementDiff, options: { readonly level?: number } = {}): string {
  const heading = '#'.repeat(Math.min(6, Math.max(1, options.level ?? 2)));
  const sections = diffSections(diff).flatMap(({ title, changes }) => [
    '',
    `${heading} ${escapeMarkdown(title)}`,
    '',
    ...changes.map(changeItem),
  ]);
  const version =
    diff.version.length === 0
      ? []
      : ['', `${heading} Version`, '', ...diff.version.map(({ sentence }) => `- ${escapeMarkdown(sentence)}`)];
  return [escapeMarkdown(summaryOf(diff)), ...version, ...sections, ''].join('\n');
}

function changeItem({ kind, address, was, sentence, effect, affects }: Change): string {
  const moved = was === null ? '' : `, was ${code(was)}`;
  const concerns = effect === 'behaviour' ? ` ${escapeMarkdown(affects.sentence)}` : '';
  return `- **${kind}** ${code(address)}${moved}: ${escapeMarkdown(sentence)}${concerns}`;
}

/** An address as code: it may hold any character, also backticks, which need a longer fence. */
function code(address: string): string {
  const text = shownText(address);
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

import { shownText } from '../words/shown-text.ts';
import type { AgreementDiff, Change, ChangeKind } from './agreement-diff.ts';
import { diffSections } from './diff-sections.ts';
import { summaryOf } from './summary-of.ts';

const marks: Readonly<Record<ChangeKind, string>> = {
  added: '+',
  removed: '-',
  changed: '~',
  renamed: '=',
  moved: '>',
};

/**
 * A diff for a terminal, without colours: the summary, then the changes by section, behaviour first and wording last.
 * Each begins with a mark: `+` added, `-` removed, `~` changed, `=` renamed, `>` moved.
 * @returns lines that end with a line break; only the summary for an empty diff
 * @example diffText(diffAgreements(agreement, agreement)) // 'No changes.\n'
 */
export function diffText(diff: AgreementDiff): string {
  const sections = diffSections(diff).flatMap(({ title, changes }) => ['', title, ...changes.flatMap(changeLines)]);
  const version =
    diff.version.length === 0 ? [] : ['', 'Version', ...diff.version.map(({ sentence }) => `  ${sentence}`)];
  return [summaryOf(diff), ...version, ...sections, ''].join('\n');
}

function changeLines(change: Change): readonly string[] {
  const { kind, address, was, sentence, effect, affects } = change;
  const moved = was === null ? '' : ` (was ${shownText(was)})`;
  const concerns = effect === 'behaviour' ? [`      ${affects.sentence}`] : [];
  return [`  ${marks[kind]} ${shownText(address)}${moved}`, `      ${sentence}`, ...concerns];
}

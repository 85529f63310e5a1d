import type { Agreement } from '../../agreement.ts';
import { diffAgreements } from '../../diff/diff-agreements.ts';
import { shownText } from '../../words/shown-text.ts';
import type { Block, ChangeText } from './outline.ts';

type Change = ReturnType<typeof diffAgreements>['changes'][number];

/** What changed since the version before: what is done differently first, what is only said differently apart. */
export function changeBlocks(previous: Agreement, agreement: Agreement): readonly Block[] {
  const { changes } = diffAgreements(previous, agreement);
  if (changes.length === 0) return [{ kind: 'text', sentences: [['Nothing but its number and its days.']] }];
  const groups = [
    { title: 'What is done differently', effect: 'behaviour' },
    { title: 'What is only said differently', effect: 'wording' },
  ] as const;
  return groups.flatMap(({ title, effect }): readonly Block[] => {
    const found = changes.filter((change) => change.effect === effect);
    return found.length === 0 ? [] : [{ kind: 'changes', title, changes: found.map(changeText) }];
  });
}

function changeText({ clause, sentence, affects, effect }: Change): ChangeText {
  return { clause, sentence: shownText(sentence), affects: effect === 'wording' ? '' : shownText(affects.sentence) };
}

import type { Condition } from '../condition/condition.ts';
import { withDeclaredLists } from '../solve/declared-lists.ts';
import { findLead } from '../solve/find-lead.ts';
import { takenBy } from '../solve/taken-by.ts';
import { namesInWords } from './in-words.ts';
import { lintRule } from './lint-rule.ts';

/** Exclusions that together take every lead there can be, so that nothing else of the agreement ever applies. Decided. */
export const excludesEverybody = lintRule({
  code: 'excludes-everybody',
  severity: 'error',
  title: 'Exclusions that leave no lead.',
  check: (subject) => {
    const agreement = withDeclaredLists(subject.agreement);
    const { exclusions } = agreement;
    const isPossible = (wanted: Condition) => findLead(agreement, wanted) !== null;
    const none = exclusions.map(({ when }): Condition => ({ not: when }));
    if (exclusions.length === 0 || isPossible({ all: none })) return [];
    const takers = takenBy(
      {},
      exclusions.map(({ id, when }) => ({ name: id, when })),
      isPossible,
    ).map(({ name }) => name);
    const isOne = takers.length === 1;
    return [
      {
        path: isOne ? ['exclusions', exclusions.findIndex(({ id }) => id === takers[0])] : ['exclusions'],
        atKey: !isOne,
        message: isOne
          ? `The exclusion ${namesInWords(takers)} takes every lead there can be, so that nothing else of the agreement ever applies.`
          : `The exclusions ${namesInWords(takers)} together take every lead there can be, so that nothing else of the agreement ever applies.`,
        remedy: `Narrow ${isOne ? 'its condition' : 'one of their conditions'}, or remove ${isOne ? 'it' : 'one of them'}.`,
      },
    ];
  },
});

import type { Condition } from '../condition/condition.ts';
import { withDeclaredLists } from '../solve/declared-lists.ts';
import { findLead } from '../solve/find-lead.ts';
import { takenBy } from '../solve/taken-by.ts';
import { conditionInWords } from '../words/condition-in-words.ts';
import { namesInWords } from './in-words.ts';
import { leadInWords } from './lead-in-words.ts';
import { lintRule } from './lint-rule.ts';

/**
 * A segment that no lead can be in: no lead meets its condition, or all that do are excluded or in an earlier segment.
 * Decided, not guessed.
 */
export const shadowedSegment = lintRule({
  code: 'shadowed-segment',
  severity: 'error',
  title: 'A segment that no lead can be in.',
  check: (subject) => {
    const agreement = withDeclaredLists(subject.agreement);
    const { segments, exclusions } = agreement;
    const none = exclusions.map(({ when }): Condition => ({ not: when }));
    // Where nobody is left, "excludes-everybody" tells it.
    if (findLead(agreement, { all: none }) === null) return [];
    return segments.flatMap(({ id, when }, index) => {
      if (findLead(agreement, { all: [{ segment: [id] }, ...none] }) !== null) return [];
      const path = ['segments', index];
      const taken = findLead(agreement, when);
      if (taken === null) {
        return [
          {
            path,
            message: `No lead can be in segment "${id}": none can meet its condition (${conditionInWords(when, agreement)}). What is different for it never holds.`,
            remedy: 'Look for two parts of the condition that exclude each other, or remove the segment.',
          },
        ];
      }
      const earlier = [...exclusions, ...segments.slice(0, index)].map((other) => ({
        name: other.id,
        when: other.when,
      }));
      const takers = takenBy(when, earlier, (wanted) => findLead(agreement, wanted) !== null);
      const names = namesInWords(takers.map(({ name }) => name));
      return [
        {
          path,
          message: `No lead can be in segment "${id}": all that meet its condition are taken by ${names}, which ${takers.length === 1 ? 'comes' : 'come'} first. What is different for it never holds.`,
          remedy: `Put "${id}" before, narrow what comes before it, or remove it.`,
          witness: {
            lead: taken,
            steps: [],
            sentence: `Meets its condition and is taken before: ${leadInWords(taken)}`,
          },
        },
      ];
    });
  },
});

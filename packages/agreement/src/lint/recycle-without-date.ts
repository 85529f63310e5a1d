import { conditionInWords } from '../words/condition-in-words.ts';
import { eachVariant } from './each-variant.ts';
import { type LintFinding, lintRule, type Variant } from './lint-rule.ts';
import { neverHolds } from './never-holds.ts';

/** A reason that sends a lead back for ever: neither a time nor a condition that can hold brings it up again. Decided. */
export const recycleWithoutDate = lintRule({
  code: 'recycle-without-date',
  severity: 'warning',
  title: 'A lead goes back, and nothing brings it up again.',
  check: (subject) =>
    eachVariant(subject, (variant) =>
      Object.keys(variant.agreement.reasons).flatMap((name) => neverDue(variant, name)),
    ),
});

function neverDue(variant: Variant, name: string): readonly LintFinding[] {
  const { agreement } = variant;
  const reason = agreement.reasons[name];
  if (reason?.then !== 'recycle' || reason.revisitAfter !== undefined) return [];
  const { reviveWhen } = reason;
  if (reviveWhen === undefined) {
    return [
      {
        path: ['reasons', name],
        atKey: true,
        message: `Leads that go back for "${name}" are never due again: there is neither a time after which they are revisited nor a condition that revives them.`,
        remedy: 'Add "revisitAfter", such as 90d, or "reviveWhen" with a condition.',
      },
    ];
  }
  if (!neverHolds(variant, reviveWhen)) return [];
  return [
    {
      path: ['reasons', name, 'reviveWhen'],
      atKey: true,
      message: `Leads that go back for "${name}" are never due again: the condition that revives them can never hold (${conditionInWords(reviveWhen, agreement)}), and there is no time after which they are revisited.`,
      remedy: 'Add "revisitAfter", such as 90d, or ask in "reviveWhen" for what a lead can reach.',
    },
  ];
}

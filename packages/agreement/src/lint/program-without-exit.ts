import { conditionInWords } from '../words/condition-in-words.ts';
import { eachVariant } from './each-variant.ts';
import { type LintFinding, type LintSubject, lintRule, type Variant } from './lint-rule.ts';
import { canHold, neverHolds } from './never-holds.ts';
import { placeIn } from './place-in.ts';

/** A program that no lead ever leaves: it has no `atMost`, and no `exit` or one that can never hold. Decided. */
export const programWithoutExit = lintRule({
  code: 'program-without-exit',
  severity: 'error',
  title: 'A program that no lead ever leaves.',
  check: (subject) =>
    eachVariant(subject, (variant) =>
      Object.keys(variant.agreement.programs).flatMap((name) => neverLeft(subject, variant, name)),
    ),
});

function neverLeft(subject: LintSubject, variant: Variant, name: string): readonly LintFinding[] {
  const { agreement } = variant;
  const { exit, atMost } = agreement.programs[name] ?? {};
  if (atMost !== undefined) return [];
  if (exit === undefined) {
    return [
      {
        path: ['programs', name],
        atKey: true,
        message: `The program "${name}" has neither "exit" nor "atMost", so that a lead that enters it stays in it for ever and is never looked at again.`,
        remedy:
          'Say under "exit" when a lead is ready for more, or with "atMost" and "next" how long it stays and what comes then.',
      },
    ];
  }
  if (!takesLeads(subject, variant, name) || !neverHolds(variant, exit)) return [];
  return [
    {
      path: ['programs', name, 'exit'],
      atKey: true,
      message: `The exit of the program "${name}" can never hold (${conditionInWords(exit, agreement)}), and there is no "atMost", so that a lead that enters it stays in it for ever.`,
      remedy:
        'Look for two parts of the exit that exclude each other, or for points that no lead can have, or say with "atMost" and "next" how long a lead stays and what comes then.',
    },
  ];
}

// A program that the document has for leads of other segments need not have an exit for those of this one.
function takesLeads(subject: LintSubject, variant: Variant, name: string): boolean {
  if (variant.segment === null || placeIn(subject, variant, ['programs', name, 'exit'])[0] === 'overrides') return true;
  const { for: taken } = variant.agreement.programs[name] ?? {};
  return taken !== undefined && canHold(variant, { readiness: taken });
}

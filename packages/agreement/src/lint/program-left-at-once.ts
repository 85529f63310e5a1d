import type { Condition } from '../condition/condition.ts';
import { withDeclaredLists } from '../solve/declared-lists.ts';
import { findLead } from '../solve/find-lead.ts';
import { eachVariant } from './each-variant.ts';
import { namesInWords } from './in-words.ts';
import { type LintFinding, lintRule, type Variant } from './lint-rule.ts';

/** A program whose exit holds already for every lead that it takes by its readiness. Decided. */
export const programLeftAtOnce = lintRule({
  code: 'program-left-at-once',
  severity: 'error',
  title: 'A program that every lead leaves as soon as it enters.',
  check: (subject) =>
    eachVariant(subject, (variant) =>
      Object.keys(variant.agreement.programs).flatMap((name) => leftAtOnce(variant, name)),
    ),
});

function leftAtOnce({ agreement, segment }: Variant, name: string): readonly LintFinding[] {
  const program = agreement.programs[name];
  if (program?.for === undefined || program.exit === undefined) return [];
  const taken: Condition = { readiness: program.for };
  const staying: Condition = { all: [taken, { not: program.exit }] };
  const declared = withDeclaredLists(agreement);
  const find = (wanted: Condition) => findLead(declared, wanted, { segment });
  // A readiness that no lead has is told by "dead-readiness".
  if (find(staying) !== null || find(taken) === null) return [];
  return [
    {
      path: ['programs', name, 'exit'],
      atKey: true,
      message: `The program "${name}" is for leads that are ${namesInWords(program.for, 'or')}, and its exit holds for every one of them, so that they leave it as soon as they enter.`,
      remedy: 'Let the exit ask for something that the leads have yet to reach.',
    },
  ];
}

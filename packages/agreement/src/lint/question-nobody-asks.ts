import type { Agreement } from '../agreement.ts';
import { referencesOf } from '../check/references-of.ts';
import type { Condition } from '../condition/condition.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import { eachVariant } from './each-variant.ts';
import { canHaveLeads } from './lead-holders.ts';
import { type LintFinding, type LintSubject, lintRule, type Variant } from './lint-rule.ts';
import { placeIn } from './place-in.ts';
import { isRelated } from './team-tree.ts';

/**
 * A question that is asked too late or never: a hand-off needs its answer before the team that asks it has the lead, or
 * that team never has a lead at all; in a segment that says nothing of questions, only where the answer is needed there. A team has the leads that it hands off, that it gets, and that its programs keep.
 */
export const questionNobodyAsks = lintRule({
  code: 'question-nobody-asks',
  severity: 'error',
  title: 'A question whose answer is needed, and that nobody is there to ask.',
  check: (subject) =>
    eachVariant(subject, (variant) => [...askedByNobody(subject, variant), ...askedTooLate(variant.agreement)]),
});

function askedByNobody(subject: LintSubject, variant: Variant): readonly LintFinding[] {
  const { agreement, segment } = variant;
  const isOwn = segment === null || placeIn(subject, variant, ['questions'])[0] === 'overrides';
  const needed = new Set(referencesOf(agreement).flatMap(({ kind, name }) => (kind === 'question' ? [name] : [])));
  return agreement.questions.flatMap(({ id, askedBy }, index) =>
    canHaveLeads(agreement, askedBy) || !(isOwn || needed.has(id))
      ? []
      : [
          {
            path: ['questions', index, 'askedBy'],
            message: `The question "${id}" is asked by "${askedBy}", which never has a lead: no hand-off and no program brings it one, so that nobody answers.`,
            remedy: 'Let a team ask it that has the leads, or hand leads off to this one.',
          },
        ],
  );
}

function askedTooLate(agreement: Agreement): readonly LintFinding[] {
  const { handOffs, questions } = agreement;
  return Object.entries(handOffs).flatMap(([name, handOff]) => {
    const before = teamsBefore(agreement, handOff.from);
    return neededAnswers(name, handOff).flatMap(({ question, path }) => {
      const askedBy = questions.find(({ id }) => id === question)?.askedBy;
      if (askedBy === undefined || before.some((team) => isRelated(agreement, team, askedBy))) return [];
      return [
        {
          path,
          message: `The hand-off "${name}" from "${handOff.from}" needs the answer to "${question}", but "${askedBy}", which asks it, has no lead before that hand-off, so that no lead can ever pass it.`,
          remedy: `Let "${handOff.from}" ask it, require it at a later hand-off, or hand off to "${askedBy}" first.`,
        },
      ];
    });
  });
}

/** The teams that can have had a lead when a team has it: that team, and all from which leads come to it. */
function teamsBefore(agreement: Agreement, team: string): readonly string[] {
  const reached = [team];
  for (const at of reached) {
    for (const { from, to } of Object.values(agreement.handOffs)) {
      if (isRelated(agreement, to, at) && !reached.includes(from)) reached.push(from);
    }
  }
  return reached;
}

function neededAnswers(name: string, { requires, when }: Agreement['handOffs'][string]) {
  const required = requires.flatMap((field, index) =>
    field.startsWith('answers.')
      ? [{ question: field.slice('answers.'.length), path: ['handOffs', name, 'requires', index] }]
      : [],
  );
  return [...required, ...answersWithout(when, ['handOffs', name, 'when'])];
}

/** The answers without which a condition never holds. */
function answersWithout(
  condition: Condition,
  path: readonly PathStep[],
): readonly { readonly question: string; readonly path: readonly PathStep[] }[] {
  if ('all' in condition) {
    return condition.all.flatMap((part, index) => answersWithout(part, [...path, 'all', index]));
  }
  if (!('answer' in condition)) return [];
  return Object.keys(condition.answer).map((question) => ({ question, path: [...path, 'answer', question] }));
}

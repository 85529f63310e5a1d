import { stageTerms } from '../vocabulary/stage-terms.ts';
import { eachVariant } from './each-variant.ts';
import { lintRule } from './lint-rule.ts';

/** A term that no team enters. The terms that Sameteam adds for its stages are not looked at unless they were changed. */
export const unownedTerm = lintRule({
  code: 'unowned-term',
  severity: 'warning',
  title: 'A term that no team enters.',
  check: (subject) =>
    eachVariant(subject, ({ agreement: { terms } }) =>
      Object.entries(terms).flatMap(([name, { entered, means }]) =>
        entered !== undefined || isAdded(name, means)
          ? []
          : [
              {
                path: ['terms', name],
                atKey: true,
                message: `Nobody enters "${name}": each team will wait for the other, and both will count it differently.`,
                remedy: 'Name the team that enters it under "entered".',
              },
            ],
      ),
    ),
});

function isAdded(name: string, means: string): boolean {
  return Object.entries(stageTerms).some(([stage, term]) => stage === name && term.means === means);
}

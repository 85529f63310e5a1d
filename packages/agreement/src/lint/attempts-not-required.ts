import type { Agreement, SlaClause } from '../agreement.ts';
import { eachVariant } from './each-variant.ts';
import { namesInWords } from './in-words.ts';
import { type LintFinding, lintRule } from './lint-rule.ts';

type TimedSla = Extract<SlaClause, { readonly kept: unknown }>;

/**
 * A lead can be given up for want of contact before the attempts that were agreed. A reason is one of no contact when its
 * name or `means` says so: unreachable, not reached, no contact, no answer, no response, no reply, ghosted. Such a reason
 * needs an SLA of attempts; where so many attempts are owed, one attempt is not enough. Where no reason says it, at
 * least one must need the attempts that are owed.
 */
export const attemptsNotRequired = lintRule({
  code: 'attempts-not-required',
  severity: 'warning',
  title: 'A lead can be called unreachable before the agreed attempts.',
  check: (subject) =>
    eachVariant(subject, ({ agreement }) => {
      const owed = Object.entries(agreement.sla).filter(([, clause]) => attemptsOf(clause) > 0);
      const several = owed.filter(([, clause]) => attemptsOf(clause) > 1);
      const enough = (several.length > 0 ? several : owed).map(([name]) => name);
      const reasons = Object.entries(agreement.reasons);
      // Without any reason nobody can give up a lead at all, which "black-hole" tells.
      if (enough.length === 0 || reasons.length === 0) return [];
      const noContact = reasons.filter(([name, { means }]) => isNoContact(`${name} ${means ?? ''}`));
      if (noContact.length > 0) {
        return noContact.flatMap(([name, { needs }]) =>
          needs !== undefined && enough.includes(needs) ? [] : [tooEarly(name, needs, enough)],
        );
      }
      const isNeeded = reasons.some(([, { needs }]) => needs !== undefined && enough.includes(needs));
      return several.length === 0 || isNeeded ? [] : [neverNeeded(agreement, enough)];
    }),
});

/** How many attempts an SLA on leads asks for; 0 for every other. */
function attemptsOf(clause: SlaClause): number {
  if (!('kept' in clause) || clause.grain === 'opportunity') return 0;
  const { kept }: TimedSla = clause;
  if ('attempts' in kept) return kept.attempts;
  return 'attempt' in kept ? 1 : 0;
}

const noContactWords =
  /un-?reach|not[ _-]?(?:be[ _-]?)?reach|(?:never|could ?n.t)[ _-]reach|\bno[ _-]?(?:contact|answer|response|reply)|(?:not|never)[ _-]?(?:answer|repl|respon)|ghosted/i;

function isNoContact(words: string): boolean {
  return noContactWords.test(words);
}

function tooEarly(name: string, needs: string | undefined, enough: readonly string[]): LintFinding {
  const why =
    needs === undefined ? 'needs no SLA' : `needs only "${needs}", which does not ask for the attempts that are agreed`;
  return {
    path: ['reasons', name],
    atKey: true,
    message: `The reason "${name}" ${why}: a lead can be called unreachable before the attempts of ${namesInWords(enough, 'or')} were made.`,
    remedy: `Add needs: ${enough[0]}, so that the reason is refused until the attempts are made.`,
  };
}

function neverNeeded({ reasons }: Agreement, enough: readonly string[]): LintFinding {
  const [first = ''] = enough;
  return {
    path: ['sla', first],
    atKey: true,
    message: `No reason needs the attempts of ${namesInWords(enough, 'or')}: a lead can be given up for ${namesInWords(Object.keys(reasons), 'or')} before they were made.`,
    remedy: `Add needs: ${first} to the reason for leads that could not be reached, or add such a reason.`,
  };
}

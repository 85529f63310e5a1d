import type { Agreement } from '../agreement.ts';
import type { Condition } from '../condition/condition.ts';
import { withDeclaredLists } from '../solve/declared-lists.ts';
import { findLead } from '../solve/find-lead.ts';
import { whyDead } from './dead-readiness-why.ts';
import { type LintFinding, type LintSubject, lintRule, type Variant } from './lint-rule.ts';
import { placeIn } from './place-in.ts';

/** Leads whose readiness follows the same clauses. */
export interface LeadsOfOneKind {
  readonly variant: Variant;
  readonly agreement: Agreement;
  /** What tells them from other leads, exclusions among it. */
  readonly are: Condition;
}

/**
 * A readiness that no lead can have: its condition can never hold, or an earlier one takes every lead that it holds for.
 * Leads that are excluded do not count. Leads of segments that change nothing about readiness are looked at together
 * with those of no segment; a segment of which there can be no lead is not looked at. Decided, not guessed.
 */
export const deadReadiness = lintRule({
  code: 'dead-readiness',
  severity: 'error',
  title: 'A readiness that no lead can have.',
  check: (subject) => {
    const found = new Map<string, LintFinding>();
    for (const leads of leadsByReadiness(subject)) {
      for (const finding of deadOf(subject, leads)) {
        const key = JSON.stringify(finding.path);
        if (!found.has(key)) found.set(key, finding);
      }
    }
    return [...found.values()];
  },
});

function deadOf(subject: LintSubject, leads: LeadsOfOneKind): readonly LintFinding[] {
  const { agreement, are, variant } = leads;
  const { segment } = variant;
  const isThere = (wanted: Condition) => findLead(agreement, { all: [are, wanted] }) !== null;
  if (!isThere({})) return [];
  const names = agreement.order.readiness;
  const alive = names.filter((name) => isThere({ readiness: [name] }));
  return names
    .filter((name) => !alive.includes(name))
    .map((name): LintFinding => {
      const { why, witness } = whyDead(leads, name, alive);
      const who = segment === null ? 'No lead' : `No lead of segment "${segment}"`;
      return {
        path: placeIn(subject, variant, ['readiness', name]),
        message: `${who} can ever be "${name}": ${why}. What the agreement says of such leads never happens.`,
        remedy: `Ask for less in the condition of "${name}", put it before the one that takes its leads, or remove it.`,
        witness,
      };
    });
}

/** The kinds of leads of an agreement: those of no segment with those of segments that say nothing of readiness. */
function leadsByReadiness(subject: LintSubject): readonly LeadsOfOneKind[] {
  const [base, ...others] = subject.variants;
  if (base === undefined) return [];
  const own = others.filter(({ agreement }) => basisOf(agreement) !== basisOf(base.agreement));
  const none = subject.agreement.exclusions.map(({ when }): Condition => ({ not: when }));
  const segments = own.flatMap(({ segment }) => segment ?? []);
  return [
    {
      variant: base,
      agreement: withDeclaredLists(base.agreement),
      are: { all: [{ not: { segment: segments } }, ...none] },
    },
    ...own.map((variant) => ({
      variant,
      agreement: withDeclaredLists(variant.agreement),
      are: { all: [{ segment: variant.segment === null ? [] : [variant.segment] }, ...none] },
    })),
  ];
}

function basisOf({ profile, engagement, questions, readiness, order, lists }: Agreement): string {
  return JSON.stringify([profile ?? null, engagement ?? null, questions, readiness, order.readiness, lists]);
}

import type { Agreement } from '../agreement.ts';
import type { Condition } from '../condition/condition.ts';
import type { PathStep } from '../issue/agreement-issue.ts';
import { withDeclaredLists } from '../solve/declared-lists.ts';
import { findLead } from '../solve/find-lead.ts';
import type { SolvedLead } from '../solve/solved-lead.ts';
import { type Taker, takenBy } from '../solve/taken-by.ts';
import { conditionInWords } from '../words/condition-in-words.ts';
import { eachVariant } from './each-variant.ts';
import { namesInWords } from './in-words.ts';
import { leadInWords } from './lead-in-words.ts';
import { isLeftToDeadReadiness } from './left-to-dead-readiness.ts';
import { type LintFinding, type LintSubject, lintRule, type Variant } from './lint-rule.ts';
import { placeIn } from './place-in.ts';

/** A clause that applies to leads for which its condition holds, unless an earlier one takes them. */
interface Rule {
  readonly name: string;
  /** What it is, in a sentence: `The exclusion`. */
  readonly kind: string;
  readonly path: readonly PathStep[];
  readonly when: Condition;
  /** Those that come before it, by name. */
  readonly earlier: readonly Taker[];
}

/**
 * An exclusion, a territory, a hand-off or a rule of the profile that never applies: no lead meets its condition, or
 * earlier ones take all leads that do. Hand-offs come before each other when the same team passes the lead on. A clause
 * that asks for a readiness that no lead has is left to `dead-readiness`. Decided, not guessed.
 */
export const shadowedRule = lintRule({
  code: 'shadowed-rule',
  severity: 'error',
  title: 'An exclusion, territory, hand-off or rule of the profile that never applies.',
  check: (subject) =>
    eachVariant(subject, (variant) => {
      const agreement = withDeclaredLists(variant.agreement);
      return rulesOf(agreement).flatMap((rule) => {
        if (!isOwn(subject, variant, rule)) return [];
        return isAlive({ ...variant, agreement }, rule) ? [] : [shadowed({ ...variant, agreement }, rule)];
      });
    }),
});

function rulesOf(agreement: Agreement): readonly Rule[] {
  const { exclusions, territories, profile, handOffs, order } = agreement;
  const inOrder = (section: 'exclusions' | 'territories', kind: string): readonly Rule[] => {
    const all = section === 'exclusions' ? exclusions : territories;
    return all.map(({ id, when }, index) => ({
      name: id,
      kind,
      path: [section, index],
      when,
      earlier: all.slice(0, index).map((other) => ({ name: other.id, when: other.when })),
    }));
  };
  return [
    ...inOrder('exclusions', 'exclusion'),
    ...inOrder('territories', 'territory'),
    ...(profile?.rules ?? []).map(
      ({ id, when }, index): Rule => ({
        name: id,
        kind: 'rule of the profile',
        path: ['profile', 'rules', index],
        when,
        earlier: [],
      }),
    ),
    ...order.handOffs.flatMap((name, index): readonly Rule[] => {
      const handOff = handOffs[name];
      if (handOff === undefined) return [];
      const earlier = order.handOffs.slice(0, index).flatMap((other) => {
        const before = handOffs[other];
        return before?.from === handOff.from ? [{ name: other, when: before.when }] : [];
      });
      return [{ name, kind: 'hand-off', path: ['handOffs', name], when: handOff.when, earlier }];
    }),
  ];
}

// What the document says is asked of leads of all segments at once, and an override of leads of its segment.
function isOwn(subject: LintSubject, variant: Variant, { path }: Rule): boolean {
  return variant.segment === null || placeIn(subject, variant, path)[0] === 'overrides';
}

function isAlive(variant: Variant, { when, earlier, path }: Rule): boolean {
  const find = finder(variant, path);
  if (find({}) === null || find({ all: [when, ...earlier.map((rule) => ({ not: rule.when }))] }) !== null) return true;
  return isLeftToDeadReadiness(when, variant.agreement.order.readiness, (wanted) => find(wanted) !== null);
}

/** Finds leads of a variant; those that are excluded meet nothing but exclusions. */
function finder({ agreement, segment }: Variant, path: readonly PathStep[]): (wanted: Condition) => SolvedLead | null {
  const none = path[0] === 'exclusions' ? [] : agreement.exclusions.map(({ when }): Condition => ({ not: when }));
  const options = segment === null ? {} : { segment };
  return (wanted) => findLead(agreement, { all: [wanted, ...none] }, options);
}

function shadowed(variant: Variant, rule: Rule): LintFinding {
  const { name, kind, path, when, earlier } = rule;
  const find = finder(variant, path);
  const atKey = path[0] === 'handOffs';
  const taken = find(when);
  if (taken === null) {
    return {
      path,
      atKey,
      message: `The ${kind} "${name}" never applies: no lead can meet its condition (${conditionInWords(when, variant.agreement)}).`,
      remedy: 'Look for two parts of the condition that exclude each other, or for points that no lead can have.',
    };
  }
  const takers = takenBy(when, earlier, (wanted) => find(wanted) !== null);
  return {
    path,
    atKey,
    message: `The ${kind} "${name}" never applies: all leads that it is for are taken by ${namesInWords(
      takers.map((taker) => taker.name),
    )} before.`,
    remedy: `Put "${name}" before, narrow what comes before it, or remove it.`,
    witness: { lead: taken, steps: [], sentence: `Meets its condition and is taken before: ${leadInWords(taken)}` },
  };
}

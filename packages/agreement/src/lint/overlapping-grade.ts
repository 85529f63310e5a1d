import type { Agreement } from '../agreement.ts';
import type { Condition } from '../condition/condition.ts';
import { withDeclaredLists } from '../solve/declared-lists.ts';
import { findLead } from '../solve/find-lead.ts';
import { type Grade, grades } from '../vocabulary/states.ts';
import { eachVariant } from './each-variant.ts';
import { namesInWords } from './in-words.ts';
import { type LintFinding, type LintSubject, lintRule, type Variant } from './lint-rule.ts';

/**
 * A grade with points of its own that no lead can get: its points are beyond what the rules of the profile can give, or
 * no sum of points lies between it and the better grade, so that the two fall together. Decided by the rules, which can
 * exclude each other.
 */
export const overlappingGrade = lintRule({
  code: 'overlapping-grade',
  severity: 'warning',
  title: 'A grade that no lead can get.',
  check: (subject) => eachVariant(subject, (variant) => (hasOwnPoints(subject, variant) ? neverGiven(variant) : [])),
});

// What the document says is asked of leads of all segments at once, and an override of leads of its segment.
function hasOwnPoints({ agreement: base }: LintSubject, { agreement, segment }: Variant): boolean {
  const basis = ({ profile, lists }: Agreement) => JSON.stringify([profile ?? null, lists]);
  return segment === null || basis(agreement) !== basis(base);
}

function neverGiven({ agreement, segment }: Variant): readonly LintFinding[] {
  const given = agreement.profile?.grades ?? {};
  const declared = withDeclaredLists(agreement);
  const find = (wanted: Condition) => findLead(declared, wanted, segment === null ? {} : { segment });
  const canGet = (grade: Grade): boolean => find({ grade: [grade] }) !== null;
  // A segment that no lead can be in is told by "shadowed-segment", and exclusions of everybody are, too.
  if (find({ all: agreement.exclusions.map(({ when }) => ({ not: when })) }) === null) return [];
  return grades.flatMap((grade) => {
    const points = given[grade];
    if (points === undefined || canGet(grade)) return [];
    const better = grades.slice(0, grades.indexOf(grade)).filter((other) => given[other] !== undefined);
    const why =
      better.length === 0 || !better.some(canGet)
        ? `the rules of the profile never give ${points} points`
        : `whoever gets its ${points} points gets those of ${namesInWords(better, 'or')} as well`;
    return [
      {
        path: ['profile', 'grades', grade],
        message: `No lead can get the grade ${grade}: ${why}. What rests on it never happens.`,
        remedy: 'Choose points that some lead can have, and no better grade takes, or remove the grade.',
      },
    ];
  });
}

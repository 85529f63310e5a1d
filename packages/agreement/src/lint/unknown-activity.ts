import { conditionsOf } from '../check/conditions-of.ts';
import { conditionParts } from '../condition/condition-kind.ts';
import { eachVariant } from './each-variant.ts';
import { lintRule } from './lint-rule.ts';

/**
 * A condition that counts an activity which no rule of engagement names, and one slip of the keys away from one that a
 * rule does name. Activities are declared nowhere, so that others can well be meant.
 */
export const unknownActivity = lintRule({
  code: 'unknown-activity',
  severity: 'warning',
  title: 'An activity that looks like a misspelt one.',
  check: (subject) =>
    eachVariant(subject, ({ agreement }) => {
      const known = (agreement.engagement?.rules ?? []).map(({ activity }) => activity);
      const asked = conditionsOf(agreement).flatMap(({ condition, path }) => conditionParts(condition, path));
      return asked.flatMap(({ condition, path }) => {
        if (!('engagement' in condition) || 'atLeast' in condition.engagement) return [];
        return (condition.engagement.activity ?? []).flatMap((activity, index) => {
          const meant = known.includes(activity) ? undefined : known.find((name) => isSlip(activity, name));
          if (meant === undefined) return [];
          return [
            {
              path: [...path, 'engagement', 'activity', index],
              message: `A condition counts the activity "${activity}", which no rule of engagement names; there is a rule for "${meant}". If that is meant, the condition never counts anything.`,
              remedy: `Did you mean "${meant}"? If not, add a rule of engagement for "${activity}" too.`,
            },
          ];
        });
      });
    }),
});

/** Whether two words differ by one letter, or by two neighbours that changed places; digits are no slip. O(length). */
function isSlip(one: string, other: string): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  const shorter = Math.min(a.length, b.length);
  if (shorter < 5) return false;
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (/\d/.test(left + right)) return false;
  return (left.length <= 1 && right.length <= 1) || (left.length === 2 && left === [...right].reverse().join(''));
}

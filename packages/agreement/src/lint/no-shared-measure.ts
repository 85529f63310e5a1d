import type { Agreement } from '../agreement.ts';
import { eachVariant } from './each-variant.ts';
import { namesInWords } from './in-words.ts';
import { type LintFinding, lintRule } from './lint-rule.ts';
import { type Side, sidesOf } from './sides-of.ts';
import { isWithin } from './team-tree.ts';

/**
 * The sides are held to nothing in common. Where each side has a bonus, one metric must stand in all of them and be a
 * goal of all sides; where a side has none, a goal of all sides is enough.
 */
export const noSharedMeasure = lintRule({
  code: 'no-shared-measure',
  severity: 'warning',
  title: 'No measure that all sides are held to.',
  check: (subject) =>
    eachVariant(subject, ({ agreement }) => {
      const sides = sidesOf(agreement);
      return sides.length < 2 ? [] : missing(agreement, sides);
    }),
});

function missing(agreement: Agreement, sides: readonly Side[]): readonly LintFinding[] {
  const names = namesInWords(sides.map(({ name }) => name));
  const goals = agreement.goals
    .filter((goal) => sides.every(({ teams }) => teams.some((team) => holdsFor(agreement, goal.teams, team))))
    .map(({ metric }) => metric);
  const plans = sides.map((side) => bonusMetrics(agreement, side));
  if (plans.every((plan) => plan.length > 0)) {
    const shared = (plans[0] ?? []).filter((metric) => plans.every((plan) => plan.includes(metric)));
    if (shared.some((metric) => goals.includes(metric))) return [];
    const message =
      shared.length === 0
        ? `The bonuses of ${names} have no metric in common, so that each team wins by what the other does not get.`
        : `The bonuses of ${names} share ${namesInWords(shared)}, but no goal of both is set on it, so that nobody says how much is to be reached.`;
    return [{ path: ['compensation'], atKey: true, message, remedy: remedyOf(goals, shared) }];
  }
  if (goals.length > 0) return [];
  return [
    {
      path: ['goals'],
      atKey: true,
      message: `${names} share no goal, so that each is measured on a number that the other does not look at.`,
      remedy: 'Set a goal with all of them under "teams": bookings, for instance.',
    },
  ];
}

/** A goal of a team is one of the teams that are part of it, too. */
function holdsFor(agreement: Agreement, owners: readonly string[], team: string): boolean {
  return owners.some((owner) => isWithin(agreement, team, owner));
}

function remedyOf(goals: readonly string[], shared: readonly string[]): string {
  if (shared.length > 0) return `Set a goal on ${namesInWords(shared, 'or')} with all of them under "teams".`;
  const metric = goals[0] ?? 'bookings';
  return `Let part of each bonus rest on "${metric}"${goals.length > 0 ? ', which is their goal already' : ', and make it a goal of all'}.`;
}

function bonusMetrics({ compensation }: Agreement, { teams }: Side): readonly string[] {
  return teams.flatMap((team) => (compensation[team] ?? []).map(({ metric }) => metric));
}

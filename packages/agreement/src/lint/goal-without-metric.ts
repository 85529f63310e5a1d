import { nearestName } from '@sameteam/model';
import { referencesOf } from '../check/references-of.ts';
import { ownMetricIds } from '../metric/own-metric.ts';
import { eachVariant } from './each-variant.ts';
import { lintRule } from './lint-rule.ts';

/**
 * A goal, plan, SLA, bonus or part of the index that rests on a metric that does not exist. Only looked for when lint is
 * told which there are. Reading with `metrics` tells the same as the warning `metric-undefined`: tell them to one of both.
 */
export const goalWithoutMetric = lintRule({
  code: 'goal-without-metric',
  severity: 'error',
  title: 'Something is promised, wanted or paid by a metric that does not exist.',
  check: (subject) => {
    const { metrics } = subject;
    if (metrics === null) return [];
    const own = ownMetricIds(subject.agreement);
    const known = [...metrics, ...own];
    return eachVariant(subject, ({ agreement }) =>
      referencesOf(agreement)
        .filter(({ kind, name }) => kind === 'metric' && !metrics.has(name) && !own.includes(name))
        .map(({ name, path, atKey = false }) => {
          const nearest = nearestName(name, known);
          return {
            path,
            atKey,
            message: `There is no metric "${name}", so that ${consequence(String(path[0]))}.`,
            remedy: nearest === null ? `Use one of: ${known.join(', ')}.` : `Did you mean "${nearest}"?`,
          };
        }),
    );
  },
});

function consequence(section: string): string {
  switch (section) {
    case 'sla':
      return 'nobody can tell whether the promise was kept';
    case 'compensation':
      return 'this part of the bonus cannot be worked out';
    case 'index':
      return 'the index has a part without a number';
    default:
      return 'nobody can tell whether it was reached';
  }
}

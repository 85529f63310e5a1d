import { eachVariant } from './each-variant.ts';
import { lintRule } from './lint-rule.ts';

/** A later stage of a pipeline is less likely to be won than the one before it. */
export const probabilitiesNotMonotone = lintRule({
  code: 'probabilities-not-monotone',
  severity: 'warning',
  title: 'A later stage of a deal has a lower probability.',
  check: (subject) =>
    eachVariant(subject, ({ agreement: { pipelines } }) =>
      Object.entries(pipelines).flatMap(([name, { stages }]) =>
        stages.flatMap(({ id, probability }, index) => {
          const before = stages[index - 1];
          if (before === undefined || probability >= before.probability) return [];
          return [
            {
              path: ['pipelines', name, 'stages', index, 'probability'],
              message: `In the pipeline "${name}" the stage "${id}" is won with a probability of ${probability}, less than "${before.id}" before it with ${before.probability}: a deal that moves on would lower the forecast.`,
              remedy: 'Let probabilities rise from stage to stage, or put the stages into their order.',
            },
          ];
        }),
      ),
    ),
});

import { type StageId, stages } from '@sameteam/model';
import { type ConversionId, conversionId } from '../vocabulary/conversions.ts';
import { eachVariant } from './each-variant.ts';
import { lintRule } from './lint-rule.ts';

/** More leads are expected to get far than to get half of the way: a lead that reached a stage has passed those before it. */
export const expectedNotMonotone = lintRule({
  code: 'expected-not-monotone',
  severity: 'warning',
  title: 'A later stage is expected more often than an earlier one.',
  check: (subject) =>
    eachVariant(subject, ({ agreement: { expected } }) =>
      stages.flatMap((from) => {
        const given = conversionsFrom(from).flatMap((id) => {
          const rate = expected[id];
          return rate === undefined ? [] : [{ id, rate }];
        });
        return given.flatMap(({ id, rate }, index) => {
          const before = given.slice(0, index).find((other) => other.rate < rate);
          if (before === undefined) return [];
          return [
            {
              path: ['expected', id],
              message: `"${id}" is expected at ${rate} and "${before.id}" at ${before.rate}, but every lead that makes the longer way has made the shorter one, so that both cannot be met.`,
              remedy: 'Let the rate of the longer way be at most that of the shorter one.',
            },
          ];
        });
      }),
    ),
});

function conversionsFrom(from: StageId): readonly ConversionId[] {
  return stages.flatMap((to) => conversionId({ from, to }) ?? []);
}

import { levelOf } from '../../report/measures.ts';
import { anyOf, has, hasNo, isAtLeast, isBelow, isOneOf, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Open deals of leads that marketing brought and qualified, in stages below a probability of one half, at the end of the period: where a small win shows first. */
export const earlyStageQualifiedPipeline = defineMetric({
  id: 'early_stage_qualified_pipeline',
  label: 'Early-stage qualified pipeline',
  unit: 'money',
  direction: 'up',
  owner: 'both',
  anchor: 'began',
  measure: levelOf({
    grain: 'spans',
    anchors: ['began'],
    began: 'at_began',
    left: 'at_left',
    counted: rowsWith(
      has('amount'),
      isAtLeast('qualified', 1),
      isOneOf('marketing', 'sourced'),
      isBelow('probability', 500),
    ),
    excluded: anyOf(
      rowsWith(isAtLeast('qualified', 1), isOneOf('marketing', 'sourced'), hasNo('probability')),
      rowsWith(
        isAtLeast('qualified', 1),
        isOneOf('marketing', 'sourced'),
        isBelow('probability', 500),
        hasNo('amount'),
      ),
    ),
    money: { value: { kind: 'column', column: 'amount' }, scale: 1, currency: 'currency' },
  }),
  formula:
    'The sum of the amounts of open deals of leads that marketing brought and qualified, in an early stage: one with less than an even chance by the agreement. A deal without a stage that it knows is left out.',
  numerator: "open deals of marketing's qualified leads in an early stage, with an amount",
  denominator: null,
  clause: 'pipelines',
});

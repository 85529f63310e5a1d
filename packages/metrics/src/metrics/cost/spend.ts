import { moneyOf } from '../../report/measures.ts';
import { has, rowsWith } from '../../report/row-tests.ts';
import { defineMetric } from '../define-metric.ts';

/** Costs of campaigns, spread over the days that they were for, so that any period adds up. */
export const spend = defineMetric({
  id: 'spend',
  label: 'Spend',
  unit: 'money',
  direction: 'neutral',
  owner: 'marketing',
  anchor: 'spent',
  measure: moneyOf({ grain: 'spend', anchors: ['spent'], rateAt: 'at_spent', counted: rowsWith(has('amount')) }),
  formula: 'What was spent on campaigns, each cost spread evenly over the days of its period.',
  numerator: 'costs',
  denominator: null,
  clause: 'currency',
});

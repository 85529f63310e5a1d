import { expect, it } from 'vitest';
import { metricDefinitions } from '../../metrics/registry.ts';
import { isRowMeasure, type RowMeasure } from '../fact-measure.ts';
import { metricMeasure } from '../metric-measure.ts';
import { has, isOneOf, rowsWith } from '../row-tests.ts';
import { isShownBy, neededRecords } from './needed-records.ts';

function needed(id: string) {
  return neededRecords(measureOf(id));
}

function measureOf(id: string): RowMeasure {
  const metric = metricDefinitions.find((one) => one.id === id);
  const measure = metric && metricMeasure(metric);
  if (measure === undefined || !isRowMeasure(measure)) throw new Error(`${id} is not made of rows.`);
  return measure;
}

it.each([
  ['captured', []],
  ['mql_to_sal_rate', ['qualifications', 'acceptances']],
  ['never_attempted_rate', ['attempts']],
  ['working_hours_to_first_attempt_median', ['attempts']],
  ['connect_rate', ['attempts', 'connects']],
  ['black_hole', ['owners', 'next_steps']],
  ['win_rate', ['opportunities', 'wins', 'losses']],
  ['pushes_mean', ['opportunities', 'close_days']],
  ['pipeline_won', ['opportunities', 'amounts', 'wins']],
  ['no_show_rate', ['meetings', 'meetings_held', 'meetings_missed']],
  ['expanded', ['expansions']],
  ['churned', ['churn']],
  ['spend', ['spend']],
  ['pulse', ['answers']],
] as const)('%s needs what it counts: %j', (id, kinds) => {
  expect(needed(id)).toEqual(kinds);
});

it('takes a count for a sign of a kind only where each of its rows shows it', () => {
  const leads = { grain: 'leads' } as const;
  const deals = { grain: 'opportunities' } as const;
  expect(isShownBy('attempts', leads, rowsWith(has('at_attempted')))).toBe(true);
  expect(isShownBy('attempts', leads, [[has('at_attempted')], [has('at_mql')]])).toBe(false);
  expect(isShownBy('attempts', leads, rowsWith({ ...has('at_attempted'), is: false }))).toBe(false);
  expect(isShownBy('losses', deals, rowsWith(isOneOf('outcome', 'won', 'lost')))).toBe(false);
  expect(isShownBy('losses', deals, rowsWith(isOneOf('outcome', 'lost')))).toBe(true);
  expect(isShownBy('opportunities', deals, [[]])).toBe(true);
});

import { stages } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { isRowMeasure } from './fact-measure.ts';
import { measureAggregates } from './measure-aggregates.ts';
import { measureParts } from './measure-parts.ts';
import { measureOfStages, type StageMeasure } from './stage-measure.ts';

const has = (stage: string) => ({ kind: 'has', column: `at_${stage}`, is: true });
/** The stage has an event of its own; it is not implied by a later one. */
const own = (stage: (typeof stages)[number]) => ({
  kind: 'bit',
  column: 'implied',
  bit: stages.indexOf(stage),
  is: false,
});
const times = { from: 'at_captured', to: 'at_won' };

function rowsOf(measure: StageMeasure) {
  const measured = measureOfStages(measure);
  if (!isRowMeasure(measured)) throw new Error('not made of rows');
  return measured;
}

describe('measureOfStages', () => {
  it('takes the numerator of a rate from its denominator (rule 2)', () => {
    const measure = rowsOf({ kind: 'ratio', from: 'mql', to: 'sal' });
    const { numerator, denominator } = measureParts(measure);
    expect(denominator).toEqual([[has('mql')]]);
    expect(numerator).toEqual([[...(denominator[0] ?? []), has('sal')]]);
    // A cohort is placed by its denominator or by a stage before it.
    expect(measure.anchors).toEqual(['captured', 'mql']);
    expect(measure).toMatchObject({ matures: { kind: 'conversion', at: 'at_mql', from: 'mql', to: 'sal' } });
  });

  it('measures times between events of their own only, in order (rules 16 and 19)', () => {
    const { numerator, denominator, excluded, implied } = measureParts(
      rowsOf({ kind: 'duration', from: 'captured', to: 'won', p: 0.5 }),
    );
    expect(numerator).toEqual([[own('captured'), own('won'), { kind: 'ordered', ...times, is: true }]]);
    expect(denominator).toEqual(numerator);
    expect(excluded).toEqual([[own('captured'), own('won'), { kind: 'ordered', ...times, is: false }]]);
    const bit = (stage: (typeof stages)[number]) => ({ ...own(stage), is: true });
    expect(implied).toEqual([[has('captured'), bit('won')], [bit('captured')]]);
  });

  it('turns the limit of a share into milliseconds of whole days, and asks for the rest in order', () => {
    const { numerator, denominator } = measureParts(
      rowsOf({ kind: 'within', from: 'captured', to: 'won', limitDays: 7 }),
    );
    expect(numerator).toEqual([
      [own('captured'), own('won'), { kind: 'within', ...times, limitMs: 604_800_000, is: true }],
    ]);
    // Who has not come yet is in the cohort; who came in an impossible order is not.
    expect(denominator).toEqual([
      [own('captured'), own('won'), { kind: 'ordered', ...times, is: true }],
      [has('captured'), own('captured'), { kind: 'has', column: 'at_won', is: false }],
    ]);
  });

  it('counts leads at any stage, and sums the amounts of opportunities that have one', () => {
    expect(rowsOf({ kind: 'count', stage: 'sql' })).toMatchObject({ anchors: stages, counted: [[has('sql')]] });
    expect(rowsOf({ kind: 'sum', stage: 'won' })).toMatchObject({
      kind: 'money',
      grain: 'opportunities',
      rateAt: 'at_won',
      counted: [[has('won'), { kind: 'has', column: 'amount', is: true }]],
      excluded: [[has('won'), { kind: 'has', column: 'amount', is: false }]],
    });
  });

  it('asks engines for counts, and for a time or a quantile where the measure needs one', () => {
    const kinds = (measure: StageMeasure) =>
      measureAggregates(rowsOf(measure)).map((aggregate) =>
        'where' in aggregate && aggregate.where.length === 0 ? 'nothing' : aggregate.kind,
      );
    const counts = ['count', 'count'];
    expect(kinds({ kind: 'count', stage: 'won' })).toEqual([...counts, 'nothing', 'count', 'nothing', 'nothing']);
    expect(kinds({ kind: 'sum', stage: 'won' })).toEqual([...counts, 'count', 'nothing', 'nothing', 'nothing']);
    expect(kinds({ kind: 'ratio', from: 'mql', to: 'won' })).toEqual([
      ...counts,
      'nothing',
      'count',
      'latest',
      'nothing',
    ]);
    expect(kinds({ kind: 'within', from: 'mql', to: 'won', limitDays: 1 })).toEqual([
      ...counts,
      'count',
      'count',
      'latest',
      'nothing',
    ]);
    expect(kinds({ kind: 'duration', from: 'mql', to: 'won', p: 0.9 })).toEqual([
      ...counts,
      'count',
      'count',
      'latest',
      'quantile',
    ]);
  });
});

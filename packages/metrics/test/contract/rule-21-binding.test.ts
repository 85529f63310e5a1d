import type { AgreementHistory } from '@sameteam/agreement';
import { defineMetric, measures, rowTests } from '@sameteam/metrics';
import { describe, expect, it } from 'vitest';
import { assigned, captured, handedOff } from '../support/events.ts';
import { openedAt } from '../support/ledger-events.ts';
import { atWork, callAgreement, monday } from '../support/sla-story.ts';
import { onEveryEngine } from '../support/team.ts';

/** What a bonus or a ledger counts: entries, or hand-offs, that a binding version judges. */
const bindingOf = (grain: 'entries' | 'cycles', anchor: string) =>
  defineMetric({
    id: `binding_${grain}`,
    label: 'Judged by a binding version',
    unit: 'number',
    direction: 'neutral',
    owner: 'both',
    anchor,
    measure: measures.countOf({
      grain,
      anchors: [anchor],
      counted: rowTests.rowsWith(rowTests.isAtLeast('binding', 1)),
    }),
    formula: 'The number of those that a binding version judges.',
    numerator: 'those that a binding version judges',
    denominator: null,
    clause: 'sla',
  });
const metrics = [bindingOf('entries', 'started'), bindingOf('cycles', 'handed_off')];

const agreement = callAgreement();
/** It binds from the first of February on. */
const history: AgreementHistory = {
  periods: [{ version: 1, digest: '1', fromMs: Date.UTC(2026, 1, 1), untilMs: null, agreement }],
  draft: null,
  issues: [],
};

describe('rule 21: before the first binding version numbers are judged by the earliest one, and marked', () => {
  onEveryEngine((open) => {
    const log = [
      ...atWork('january'),
      captured('between', '2026-01-01'),
      handedOff('between', '2026-01-31T23:59:59Z'),
      assigned('between', '2026-02-01T09:00:00Z', 'sam'),
      captured('february', '2026-01-01'),
      handedOff('february', '2026-02-01T00:00:00Z'),
      assigned('february', '2026-02-01T09:00:00Z', 'sam'),
    ];
    const asked = { metrics: ['sla_missed', 'binding_entries', 'hand_offs', 'binding_cycles'] };

    it('counts them in trends, and tells those apart that bind; the hand-off decides for its whole cycle', async () => {
      const team = await open(log, { agreement, history, metrics });
      expect(await team.table(asked, 'metric', 'value')).toEqual([
        ['sla_missed', 3],
        ['binding_entries', 1],
        ['hand_offs', 3],
        ['binding_cycles', 1],
      ]);
    });

    it('says of each number whether all of it is judged by a version that bound then', async () => {
      const team = await open(log, { agreement, history, metrics });
      const metricsOf = ['captured', 'hand_offs', 'sla_missed', 'sla_attainment', 'black_hole'];
      const rows = (asked: object) => team.table({ metrics: metricsOf, ...asked }, 'metric', 'binding');
      expect(await rows({})).toEqual([
        ['captured', false],
        ['hand_offs', false],
        ['sla_missed', false],
        ['sla_attainment', false],
        ['black_hole', true],
      ]);
      expect(await team.table({ metrics: ['hand_offs', 'captured'], grain: 'month' }, 'binding')).toEqual([
        ['2026-01', false],
        ['2026-02', true],
        ['2026-01', false],
        ['2026-02', null],
      ]);
      const byOne = { metrics: ['hand_offs'], grain: 'month', version: 1 } as const;
      expect(await team.table(byOne, 'binding')).toEqual([
        ['2026-01', false],
        ['2026-02', false],
      ]);
    });

    it('says it of what is made of other numbers, of what stands at a moment, and of targets', async () => {
      const aimed = { ...agreement, plan: { won: { '2026-01': 3, '2026-03': 3 } } };
      const [period] = history.periods;
      const signed = { ...history, periods: period === undefined ? [] : [{ ...period, agreement: aimed }] };
      const deal = openedAt('february', '2026-01-10', 100);
      const team = await open([...log, deal], { agreement: aimed, history: signed, metrics });
      const year = { grain: 'month', from: '2026-01-01', to: '2026-03-31' } as const;
      const binding = async (metric: string) =>
        (await team.table({ ...year, metrics: [metric] }, 'binding')).map(([, is]) => is);
      expect(await binding('won_target')).toEqual([false, null, true]);
      expect(await binding('won_attainment')).toEqual([false, null, true]);
      expect(await binding('open_pipeline')).toEqual([false, true, true]);
      expect(await binding('opening_pipeline')).toEqual([null, true, true]);
      expect(await binding('average_deal')).toEqual([null, null, null]);
    });

    it('binds nobody where nothing was signed', async () => {
      const team = await open(log, { agreement, metrics });
      expect((await team.table(asked, 'value')).map(([value]) => value)).toEqual([3, 0, 3, 0]);
    });

    it('has no start of its own: a later hand-off of the same lead is judged anew', async () => {
      const again = [
        ...log,
        handedOff('january', '2026-02-09T08:00:00Z'),
        assigned('january', monday('09:00:00'), 'sue'),
      ];
      const team = await open(again, { agreement, history, metrics });
      expect(await team.table({ metrics: ['binding_cycles'] }, 'value')).toEqual([[2]]);
    });
  });
});

import type { AgreementHistory } from '@sameteam/agreement';
import { defineMetric, measures, rowTests } from '@sameteam/metrics';
import { describe, expect, it } from 'vitest';
import { assigned, captured, handedOff } from '../support/events.ts';
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

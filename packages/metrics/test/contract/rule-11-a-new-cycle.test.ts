import { describe, expect, it } from 'vitest';
import { accepted, assigned, attempted, handedOff, sentBack, stageReset } from '../support/events.ts';
import { atWork, callAgreement, monday } from '../support/sla-story.ts';
import { onEveryEngine } from '../support/team.ts';

/** Called and recycled in January, handed off again in February and forgotten. */
const log = [
  ...atWork('ann'),
  attempted('ann', monday('10:00:00')),
  sentBack('recycled', 'ann', monday('11:00:00'), 'not_ready'),
  handedOff('ann', '2026-02-02T08:00:00Z'),
  assigned('ann', '2026-02-02T09:00:00Z', 'sue'),
];

describe('rule 11: handing off again opens a new cycle', () => {
  onEveryEngine((open) => {
    it('arms the clocks again: what was done in the first cycle keeps nothing in the second', async () => {
      const team = await open(log, { agreement: callAgreement() });
      expect(await team.table({ metrics: ['sla_attainment'], by: ['cycle'] }, 'numerator', 'denominator')).toEqual([
        ['first', 1, 1],
        ['repeat', 0, 1],
      ]);
      const open2 = { metrics: ['sla_open', 'sla_missed', 'leads_past_sla'] };
      expect(await team.table({ ...open2, asOf: '2026-02-02T10:00:00Z' }, 'value')).toEqual([[1], [0], [0]]);
      expect(await team.table({ ...open2, asOf: '2026-02-02T14:00:00Z' }, 'value')).toEqual([[0], [1], [1]]);
    });

    it('counts two hand-offs and one lead', async () => {
      const team = await open(log, { agreement: callAgreement() });
      const metrics = ['hand_offs', 'handed_off', 'decided_rate', 'never_attempted_rate', 'revived'];
      expect(await team.table({ metrics }, 'metric', 'value')).toEqual([
        ['hand_offs', 2],
        ['handed_off', 1],
        ['decided_rate', 1 / 2],
        ['never_attempted_rate', 1 / 2],
        ['revived', 1],
      ]);
    });

    it('judges each by its own acceptance', async () => {
      const team = await open([...log, accepted('ann', '2026-02-03')], { agreement: callAgreement() });
      expect(await team.table({ metrics: ['acceptance_rate'], by: ['month'] }, 'numerator', 'denominator')).toEqual([
        ['2026-01', 0, 1],
        ['2026-02', 1, 1],
      ]);
    });

    it('does not judge what the next hand-off ended in time', async () => {
      const again = [...atWork('ann'), handedOff('ann', monday('10:00:00'))];
      const team = await open(again, { agreement: callAgreement() });
      expect(await team.table({ metrics: ['sla_attainment'] }, 'denominator', 'excluded')).toEqual([[0, 1]]);
    });

    it('opens none by a hand-off that was a mistake', async () => {
      const mistaken = [
        ...atWork('ann'),
        handedOff('ben', '2026-02-02'),
        stageReset('ben', '2026-02-03', 'mql', 'correction'),
      ];
      const team = await open(mistaken, { agreement: callAgreement() });
      expect(await team.table({ metrics: ['hand_offs'] }, 'value')).toEqual([[1]]);
    });
  });
});

import { describe, expect, it } from 'vitest';
import { captured, handedOff, leadEvent, opened, qualified, stageReset, won } from '../support/events.ts';
import { onEveryEngine } from '../support/team.ts';

const path = [
  captured('ann', '2026-01-01'),
  qualified('ann', '2026-01-02'),
  handedOff('ann', '2026-01-03'),
  leadEvent('accepted', 'ann', '2026-01-04'),
];
const counted = { metrics: ['captured', 'qualified', 'handed_off', 'accepted', 'won'] };

describe('rule 20: a correction voids the attainment, a regression keeps it', () => {
  onEveryEngine((open) => {
    const values = async (events: Parameters<typeof open>[0]) =>
      (await (await open(events)).table(counted, 'value')).map(([value]) => value);

    it('keeps what a regression took back', async () => {
      expect(await values([...path, stageReset('ann', '2026-01-05', 'mql', 'regression')])).toEqual([1, 1, 1, 1, 0]);
    });

    it('voids the stages after the one that a correction sets back to', async () => {
      expect(await values([...path, stageReset('ann', '2026-01-05', 'mql', 'correction')])).toEqual([1, 1, 0, 0, 0]);
      expect(await values([...path, stageReset('ann', '2026-01-05', 'captured', 'correction')])).toEqual([
        1, 0, 0, 0, 0,
      ]);
      expect(await values([...path, stageReset('ann', '2026-01-05', 'sal', 'correction')])).toEqual([1, 1, 1, 1, 0]);
    });

    it('voids only what came before it: a stage attained again counts from then', async () => {
      const team = await open([
        ...path,
        stageReset('ann', '2026-01-05', 'captured', 'correction'),
        qualified('ann', '2026-02-10'),
      ]);
      expect(await team.table({ metrics: ['days_to_mql_median'] }, 'value')).toEqual([[40]]);
      expect(await team.leadRow('ann')).toMatchObject({ implied: [], stages: { handed_off: null, sal: null } });
    });

    it('voids only what came before it, also when it is delivered late', async () => {
      const team = await open([
        ...path,
        ...Array.from({ length: 9 }, (_, index) => captured(`x${index}`, '2026-01-01')),
      ]);
      await team.import([stageReset('ann', '2026-01-03T12:00:00Z', 'captured', 'correction')]);
      // The acceptance of 4 January stands, and implies the MQL and the hand-off anew.
      expect(await team.leadRow('ann')).toMatchObject({
        stages: { mql: '2026-01-04T00:00:00.000Z', sal: '2026-01-04T00:00:00.000Z' },
        implied: ['mql', 'handed_off'],
      });
    });

    it('takes several corrections together, each for the stages after its own', async () => {
      const team = await open([
        ...path,
        stageReset('ann', '2026-01-05', 'captured', 'correction'),
        qualified('ann', '2026-01-06'),
        handedOff('ann', '2026-01-07'),
        stageReset('ann', '2026-01-08', 'mql', 'correction'),
      ]);
      expect(await team.leadRow('ann')).toMatchObject({
        stages: { mql: '2026-01-06T00:00:00.000Z', handed_off: null, sal: null },
      });
    });

    it('voids what a deal attained for this lead, and for no other', async () => {
      const team = await open([
        captured('ann', '2026-01-01'),
        captured('ben', '2026-01-01'),
        opened('deal', '2026-01-02', ['ann', 'ben']),
        won('deal', '2026-01-03', ['ann', 'ben']),
        stageReset('ann', '2026-01-04', 'captured', 'correction'),
      ]);
      expect(await team.names({ metrics: ['opportunities'] })).toEqual(['ben']);
      expect(await team.names({ metrics: ['won'] })).toEqual(['ben']);
    });

    it('lets the past be as it was said then', async () => {
      const team = await open([...path, stageReset('ann', '2026-01-05', 'captured', 'correction')]);
      const request = { metrics: ['accepted'], anchor: 'sal', by: ['month'], asOf: '2026-01-04' };
      expect(await team.table(request, 'value')).toEqual([['2026-01', 1]]);
      expect(await team.table({ metrics: ['accepted'] }, 'value')).toEqual([[0]]);
    });
  });
});

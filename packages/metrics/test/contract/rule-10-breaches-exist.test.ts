import { describe, expect, it } from 'vitest';
import { attempted, event, sentBack } from '../support/events.ts';
import { atWork, callAgreement, monday } from '../support/sla-story.ts';
import { onEveryEngine } from '../support/team.ts';

describe('rule 10: a breach exists when its time has come, without anybody saving anything', () => {
  onEveryEngine((open) => {
    const missedAt = { metrics: ['sla_missed', 'sla_open', 'leads_past_sla'] };

    it('is there a second after the limit, of an event or not', async () => {
      const team = await open(atWork('ann'), { agreement: callAgreement() });
      const at = async (clock: string) =>
        (await team.table({ ...missedAt, asOf: monday(clock) }, 'value')).map(([value]) => value);
      expect(await at('12:59:59')).toEqual([0, 1, 0]);
      expect(await at('13:00:00')).toEqual([0, 1, 0]);
      expect(await at('13:00:00.999')).toEqual([0, 1, 0]);
      expect(await at('13:00:01')).toEqual([1, 0, 1]);
    });

    it('is there though nothing was imported since, and not yet for who asks as of earlier', async () => {
      const team = await open(atWork('ann'), { agreement: callAgreement() });
      expect(await team.table(missedAt, 'value')).toEqual([[1], [0], [1]]);
      expect(await team.table({ ...missedAt, asOf: monday('12:00:00') }, 'value')).toEqual([[0], [1], [0]]);
      expect(await team.table(missedAt, 'value')).toEqual([[1], [0], [1]]);
    });

    it('stays a breach when the call comes late, and is none any more of the open leads', async () => {
      const log = [...atWork('ann'), attempted('ann', monday('15:00:00'))];
      const team = await open(log, { agreement: callAgreement() });
      expect(await team.table({ ...missedAt, asOf: monday('14:59:59') }, 'value')).toEqual([[1], [0], [1]]);
      expect(await team.table({ ...missedAt, asOf: monday('15:00:00') }, 'value')).toEqual([[1], [0], [0]]);
    });

    it('waits for the next shift: what is done before it begins is in time', async () => {
      // Two working hours from Monday at 15 are used up at 17; the first second after them is that of Tuesday at 9.
      const log = [
        ...atWork('ann', 'ben', 'cat'),
        ...['ann', 'ben', 'cat'].map((lead) => event('lead.accepted', `lead/${lead}`, monday('15:00:00'))),
        attempted('ann', '2026-01-06T08:59:59Z'),
        attempted('ben', '2026-01-06T09:00:01Z'),
      ];
      const agreement = callAgreement({ from: 'lead.accepted', within: '2wh' });
      const team = await open(log, { agreement });
      expect(await team.table({ metrics: ['sla_missed'], asOf: '2026-01-06T09:00:00Z' }, 'value')).toEqual([[0]]);
      expect(await team.table({ metrics: ['sla_missed'] }, 'value')).toEqual([[2]]);
      expect(await team.table({ metrics: ['sla_attainment'] }, 'numerator', 'denominator')).toEqual([[1, 3]]);
    });

    it('is not undone by giving the lead up later; giving it up in time is no breach', async () => {
      const log = [
        ...atWork('late', 'in time'),
        sentBack('recycled', 'in time', monday('13:00:00')),
        sentBack('recycled', 'late', monday('13:00:01')),
      ];
      const team = await open(log, { agreement: callAgreement() });
      expect(await team.table({ metrics: ['sla_missed'] }, 'value')).toEqual([[1]]);
    });
  });
});

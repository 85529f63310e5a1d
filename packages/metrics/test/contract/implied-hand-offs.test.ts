import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { accepted, assigned, attempted, handedOff, leadEvent, opened, sentBack, won } from '../support/events.ts';
import { journey } from '../support/journey.ts';
import { onEveryEngine } from '../support/team.ts';

const mql = (lead: string) => journey(lead, { captured: '2026-01-01', mql: '2026-01-03' });

/** What a CRM tells that knows stages and no hand-offs. */
const crm = [
  ...['ann', 'ben', 'cat', 'dan', 'eve'].flatMap(mql),
  assigned('ann', '2026-01-04', 'sam'),
  attempted('ann', '2026-01-05'),
  accepted('ann', '2026-01-06'),
  assigned('ben', '2026-01-04', 'sue'),
  sentBack('rejected', 'ben', '2026-01-07'),
  leadEvent('sales_qualified', 'cat', '2026-02-02'),
  opened('d', '2026-02-03', ['dan']),
  won('d', '2026-02-09', ['dan']),
];
const agreement = agreementWith({
  sla: { hot_first_attempt: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '1h' } },
});

describe('a CRM without hand-offs has them implied by what sales decided (rule 19)', () => {
  onEveryEngine((open) => {
    it('judges what was decided, and says how much of it is implied', async () => {
      const team = await open(crm, { agreement });
      const metrics = ['hand_offs', 'acceptance_rate', 'rejection_rate', 'decided_rate', 'never_attempted_rate'];
      expect(await team.table({ metrics }, 'metric', 'numerator', 'denominator', 'implied')).toEqual([
        ['hand_offs', 4, null, 4],
        ['acceptance_rate', 3, 4, 4],
        ['rejection_rate', 1, 4, 4],
        ['decided_rate', 4, 4, 4],
        ['never_attempted_rate', 3, 4, 4],
      ]);
      expect(await team.table({ metrics: ['hand_offs'], by: ['month'] }, 'value')).toEqual([
        ['2026-01', 2],
        ['2026-02', 2],
      ]);
      expect(await team.names({ metrics: ['rejection_rate'] })).toEqual(['ben']);
    });

    it('counts no time from a hand-off that was not recorded, and holds nobody to it', async () => {
      const team = await open(crm, { agreement });
      const metrics = ['days_to_decision_median', 'hours_to_assigned_median', 'hours_to_first_attempt_median'];
      expect(await team.table({ metrics }, 'metric', 'value', 'denominator')).toEqual([
        ['days_to_decision_median', null, 0],
        ['hours_to_assigned_median', null, 0],
        ['hours_to_first_attempt_median', 24, 1],
      ]);
      expect(await team.table({ metrics: ['sla_entries', 'sla_attainment'] }, 'metric', 'value')).toEqual([
        ['sla_entries', 0],
        ['sla_attainment', null],
      ]);
    });

    it('counts a hand-off with the rep that it was to, whoever owned the lead before', async () => {
      const team = await open([
        ...crm,
        assigned('fay', '2026-03-01', 'mia'),
        handedOff('fay', '2026-03-02'),
        assigned('fay', '2026-03-03', 'sam'),
        sentBack('rejected', 'fay', '2026-03-04'),
        assigned('fay', '2026-03-05', 'mia'),
      ]);
      expect(await team.table({ metrics: ['acceptance_rate'], by: ['owner'] }, 'numerator', 'denominator')).toEqual([
        ['sam', 1, 2],
        ['sue', 0, 1],
        [null, 2, 2],
      ]);
    });
  });
});

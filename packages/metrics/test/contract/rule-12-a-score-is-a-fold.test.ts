import { describe, expect, it } from 'vitest';
import { assigned, captured, handedOff, leadEvent, retracted } from '../support/events.ts';
import { callAgreement } from '../support/sla-story.ts';
import { firstImportMs, onEveryEngine } from '../support/team.ts';

/** Sales owes a call to who has 40 points of engagement when it is assigned; points are halved every ten days. */
const agreement = callAgreement(
  { applies: { engagement: { atLeast: 40 } } },
  {
    engagement: {
      owner: 'marketing',
      halfLife: '10d',
      rules: [
        { id: 'demo', activity: 'demo_request', points: 40 },
        { id: 'visit', activity: 'visit', points: 15, cap: 30 },
      ],
    },
  },
);
const did = (lead: string, activity: string, time: string) => leadEvent('engaged', lead, time, { activity });
const begun = (lead: string) => [captured(lead, '2026-01-01'), handedOff(lead, '2026-01-02')];
const noon = '2026-01-05T12:00:00Z';

describe('rule 12: a score is a fold of the log', () => {
  onEveryEngine((open) => {
    const owed = { metrics: ['sla_entries'], by: ['owner'] };

    it('is what the events up to an instant make of it, by the caps and the decay of the agreement', async () => {
      const team = await open(
        [
          ...['demo', 'early', 'visits', 'both', 'faded'].flatMap(begun),
          // lead.engaged ranks before lead.assigned.
          did('demo', 'demo_request', noon),
          assigned('demo', noon, 'demo'),
          assigned('early', '2026-01-05T11:59:59Z', 'early'),
          did('early', 'demo_request', noon),
          // Three visits are capped at 30.
          ...[9, 10, 11].map((hour) => did('visits', 'visit', `2026-01-05T${String(hour).padStart(2, '0')}:00:00Z`)),
          assigned('visits', noon, 'visits'),
          // 55 points are 41.7 after four days, and 38.9 after five.
          ...['both', 'faded'].flatMap((lead) => [did(lead, 'visit', noon), did(lead, 'demo_request', noon)]),
          assigned('both', '2026-01-09T12:00:00Z', 'both'),
          assigned('faded', '2026-01-10T12:00:00Z', 'faded'),
        ],
        { agreement },
      );
      expect(await team.table(owed, 'value')).toEqual([
        ['both', 1],
        ['demo', 1],
      ]);
    });

    it('has no second total: what was retracted is gone, but for who asks what was known', async () => {
      const demo = did('ann', 'demo_request', '2026-01-05');
      const team = await open([...begun('ann'), demo, assigned('ann', noon, 'sam')], { agreement });
      expect(await team.table(owed, 'value')).toEqual([['sam', 1]]);
      await team.import([retracted(demo, '2026-01-06')]);
      expect(await team.table({ metrics: ['sla_entries'] }, 'value')).toEqual([[0]]);
      const knownAt = new Date(firstImportMs).toISOString();
      expect(await team.table({ ...owed, knownAt }, 'value')).toEqual([['sam', 1]]);
    });

    it('does not depend on the order in which the events came', async () => {
      const team = await open([assigned('ann', noon, 'sam')], { agreement });
      await team.import([did('ann', 'demo_request', '2026-01-05')]);
      await team.import(begun('ann'));
      expect(await team.table(owed, 'value')).toEqual([['sam', 1]]);
    });
  });
});

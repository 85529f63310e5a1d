import { parsePlan } from '@sameteam/metrics';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { accepted, assigned, attempted, captured, handedOff } from '../support/events.ts';
import { monday } from '../support/sla-story.ts';
import { onEveryEngine, type Team } from '../support/team.ts';

const agreement = agreementWith({
  sla: {
    call: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '4h' },
    decide: { of: 'sales', from: 'lead.assigned', kept: ['lead.accepted'], within: '1h' },
  },
});

const atWork = (lead: string) => [
  captured(lead, '2026-01-04', lead === 'ann' ? 'email' : 'paid'),
  handedOff(lead, monday('08:00:00')),
  assigned(lead, monday('09:00:00'), 'sam'),
];

const log = [
  ...['ann', 'ben', 'cat'].flatMap(atWork),
  attempted('ann', monday('14:00:00')),
  accepted('ann', monday('09:30:00')),
  attempted('cat', monday('10:00:00')),
  // A second hand-off of ben, of which nothing came either.
  handedOff('ben', '2026-01-07T08:00:00Z'),
  assigned('ben', '2026-01-07T09:00:00Z', 'sam'),
];

/** The entries behind the missed ones of a plan. */
async function entriesOf({ engine }: Team, request: object, cell: object = {}) {
  const plan = parsePlan({ metrics: ['sla_missed'], ...request }, { zone: 'UTC', nowMs: Date.UTC(2027, 0, 1) });
  const asked = { metric: 'sla_missed', dimensions: {}, part: 'numerator', ...cell } as const;
  const { leads } = await engine.leads(plan, asked, { limit: 10 });
  return leads.map(({ lead, entries }) => [lead, entries]);
}

describe('the leads behind a number of the SLA', () => {
  onEveryEngine((open) => {
    it('tell when each clause was due and when it was done, the newest entry of each', async () => {
      const team = await open(log, { agreement });
      const call = { filters: [{ dimension: 'clause', in: ['sla.call'] }] };
      const missedCall = { clause: 'sla.call', dueAt: '2026-01-05T13:00:00.000Z', entries: 1 };
      expect(await entriesOf(team, call)).toEqual([
        ['lead/ann', [{ ...missedCall, satisfiedAt: '2026-01-05T14:00:00.000Z' }]],
        ['lead/ben', [{ ...missedCall, dueAt: '2026-01-07T13:00:00.000Z', satisfiedAt: null, entries: 2 }]],
      ]);
      const decided = { clause: 'sla.decide', dueAt: '2026-01-05T10:00:00.000Z', satisfiedAt: null, entries: 1 };
      expect((await entriesOf(team, {})).at(-1)).toEqual(['lead/cat', [decided]]);
    });

    it('tell of the cell that is asked for only', async () => {
      const team = await open(log, { agreement });
      const request = { by: ['clause', 'day'] };
      const cell = { dimensions: { clause: 'sla.call', day: '2026-01-05' } };
      const missed = { clause: 'sla.call', dueAt: '2026-01-05T13:00:00.000Z', entries: 1 };
      expect(await entriesOf(team, request, cell)).toEqual([
        ['lead/ann', [{ ...missed, satisfiedAt: '2026-01-05T14:00:00.000Z' }]],
        ['lead/ben', [{ ...missed, satisfiedAt: null }]],
      ]);
    });

    it('are leads and nothing else behind any other number', async () => {
      const team = await open(log, { agreement });
      const plan = parsePlan({ metrics: ['captured'] }, { zone: 'UTC', nowMs: Date.UTC(2027, 0, 1) });
      const { leads } = await team.engine.leads(
        plan,
        { metric: 'captured', dimensions: {}, part: 'numerator' },
        { limit: 10 },
      );
      expect(leads.every((row) => !Object.hasOwn(row, 'entries'))).toBe(true);
    });
  });
});

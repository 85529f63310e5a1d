import { metricIds } from '@sameteam/metrics';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../support/agreements.ts';
import { accepted, assigned, attempted, captured, handedOff, leadEvent } from '../support/events.ts';
import { journey } from '../support/journey.ts';
import { spent } from '../support/ledger-events.ts';
import { atWork, callAgreement, monday } from '../support/sla-story.ts';
import { onEveryEngine, type Team } from '../support/team.ts';

/** What each metric needs and the log has none of, the metrics that miss nothing left out. */
async function missing(team: Team, request: Parameters<Team['report']>[0]) {
  const rows = await team.report(request);
  return Object.fromEntries(
    rows.flatMap(({ metric, unrecorded }) => (unrecorded.length === 0 ? [] : [[metric, unrecorded]])),
  );
}

describe('what was never recorded', () => {
  onEveryEngine((open) => {
    it('is said of a number, whose value stays', async () => {
      const team = await open(atWork('ann', 'ben'), { agreement: callAgreement() });
      const metrics = ['never_attempted_rate', 'attempts_mean', 'sla_attainment', 'captured', 'connect_rate'];
      expect(await team.table({ metrics }, 'value')).toEqual([[1], [0], [0], [2], [null]]);
      expect(await missing(team, { metrics })).toEqual({
        never_attempted_rate: ['attempts'],
        attempts_mean: ['attempts'],
        sla_attainment: ['attempts'],
        // Who reached nobody because nobody tried lacks the attempts.
        connect_rate: ['attempts'],
      });
    });

    it('is not said as soon as one is there, wherever it is and whatever is asked for', async () => {
      const log = [...atWork('ann', 'ben'), captured('cat', '2026-01-02'), attempted('cat', monday('08:00:00'))];
      const team = await open(log, { agreement: callAgreement() });
      const request = { metrics: ['never_attempted_rate', 'sla_attainment'], from: '2026-01-05', to: '2026-01-05' };
      expect(await team.table(request, 'value')).toEqual([[1], [0]]);
      expect(await missing(team, request)).toEqual({});
    });

    it('counts what an exclusion takes out, and nothing after as-of', async () => {
      const agreement = callAgreement(
        {},
        { exclusions: [{ id: 'tests', when: { field: 'source.channel', is: 'test' } }] },
      );
      const log = [...atWork('ann'), captured('bot', '2026-01-04', 'test'), attempted('bot', monday('10:00:00'))];
      const team = await open(log, { agreement });
      const metrics = ['never_attempted_rate'];
      expect(await missing(team, { metrics })).toEqual({});
      expect(await missing(team, { metrics, asOf: monday('09:30:00') })).toEqual({
        never_attempted_rate: ['attempts'],
      });
    });

    it('is of the clause that a number of the SLA is of', async () => {
      const sla = {
        call: { of: 'sales', from: 'lead.assigned', kept: { attempt: {} }, within: '4h' },
        decide: { of: 'sales', from: 'lead.assigned', kept: ['lead.accepted', 'lead.rejected'], within: '4h' },
      } as const;
      const log = [...atWork('ann'), accepted('ann', monday('10:00:00'))];
      const team = await open(log, { agreement: agreementWith({ sla }) });
      const rows = await team.report({ metrics: ['sla_attainment'], by: ['clause'] });
      expect(rows.map(({ dimensions, value, unrecorded }) => [dimensions.clause, value, unrecorded])).toEqual([
        ['sla.call', 0, ['attempts']],
        ['sla.decide', 1, []],
      ]);
      expect(await missing(team, { metrics: ['sla_attainment'] })).toEqual({ sla_attainment: ['attempts'] });
      const only = [{ dimension: 'clause', in: ['sla.decide'] }] as const;
      expect(await missing(team, { metrics: ['sla_attainment'], filters: only })).toEqual({});
    });

    it('is not said of entries, nor of delays of what was done: those need a start only', async () => {
      const team = await open(atWork('ann'), { agreement: callAgreement() });
      const metrics = ['sla_entries', 'routing_delay_median', 'sla_missed', 'leads_past_sla'];
      expect(await missing(team, { metrics })).toEqual({ sla_missed: ['attempts'], leads_past_sla: ['attempts'] });
    });

    it('is what would start the clock, where no clock started', async () => {
      // The decision implies a hand-off, from which no clock starts (decision 26).
      const team = await open([captured('ann', '2026-01-04'), accepted('ann', monday('10:00:00'))], {
        agreement: callAgreement(),
      });
      expect(await team.table({ metrics: ['sla_entries', 'hand_offs'] }, 'value', 'implied')).toEqual([
        [0, 0],
        [1, 1],
      ]);
      expect(await missing(team, { metrics: ['sla_entries', 'sla_missed', 'handed_off'] })).toEqual({
        sla_entries: ['hand_offs', 'owners'],
        sla_missed: ['hand_offs', 'owners'],
      });
    });

    it('is found in money, meetings and deals, and told by the whole of what is missing', async () => {
      const log = [
        ...journey('ann', { captured: '2026-01-01', mql: '2026-01-02', won: '2026-02-01' }),
        assigned('ann', '2026-01-02', 'sam'),
        leadEvent('rejected', 'ben', '2026-01-03', { reason: 'timing' }),
      ];
      const team = await open(log);
      const metrics = [
        'cost_per_lead',
        'win_rate',
        'bookings',
        'meetings_held',
        'no_show_rate',
        'revived',
        'black_hole',
      ];
      expect(await missing(team, { metrics: [...metrics, 'churned', 'unowned_leads', 'rejected'] })).toEqual({
        cost_per_lead: ['spend'],
        win_rate: ['losses'],
        bookings: ['amounts'],
        meetings_held: ['meetings'],
        no_show_rate: ['meetings'],
        revived: ['recyclings'],
        black_hole: ['next_steps'],
        churned: ['churn'],
      });
      await team.import([spent('spring', ['2026-01-01', '2026-01-31'], 100)]);
      expect(await missing(team, { metrics: ['cost_per_lead', 'cost_per_mql'] })).toEqual({});
    });

    it('is not said of an empty log, which has nothing at all', async () => {
      const team = await open();
      expect(await missing(team, { metrics: metricIds })).toEqual({});
      await team.import([captured('ann', '2026-01-04'), handedOff('ann', '2026-01-05')]);
      expect(Object.keys(await missing(team, { metrics: metricIds })).length).toBeGreaterThan(40);
    });
  });
});

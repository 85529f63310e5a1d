import type { Agreement } from '@sameteam/agreement';
import type { LeadEvent } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { agreementWith } from '../../test/support/agreements.ts';
import { bridgeAgreement, bridgeLog } from '../../test/support/bridge-log.ts';
import { customerAgreement, customerLog } from '../../test/support/customer-log.ts';
import { amount, captured, handedOff, won } from '../../test/support/events.ts';
import { appendEvents } from '../append-events.ts';
import { createMemoryEngine } from '../memory/memory-engine.ts';
import { metricDefinition } from '../metrics/registry.ts';
import { type PlanRequest, parsePlan } from '../plan/parse-plan.ts';
import { explainNumber } from './explain-number.ts';

/** What is said of a metric in February. */
async function told(
  id: string,
  log: readonly LeadEvent[],
  agreement: Agreement,
  asked: Partial<PlanRequest> = { from: '2026-02-01', to: '2026-02-28' },
): Promise<readonly string[]> {
  const engine = createMemoryEngine({ agreement });
  await appendEvents(engine, log, { recordedMs: 0 });
  const request = { metrics: [id], ...asked };
  const plan = parsePlan(request, { zone: 'UTC', nowMs: Date.UTC(2026, 2, 5) });
  const [row] = await engine.run(plan);
  const metric = metricDefinition(id);
  if (row === undefined || metric === undefined) throw new Error(`There is no ${id}.`);
  return explainNumber(row, { metric, plan, agreement }).sentences;
}

describe('numberInWords', () => {
  it('tells a level by its moment, not by a period', async () => {
    expect((await told('open_pipeline', bridgeLog, bridgeAgreement)).slice(0, 3)).toEqual([
      'Open pipeline: €310.00.',
      'The sum of the amounts of deals that are open at the end of the period; by stage it shows where they stand.',
      'As it stood at the end of 2026-02-28.',
    ]);
    expect(await told('opening_pipeline', bridgeLog, bridgeAgreement)).toContain(
      'As it stood at the beginning of 2026-02-01.',
    );
  });

  it('tells a quotient in the units of its parts', async () => {
    expect((await told('net_retention', customerLog, customerAgreement)).slice(0, 2)).toEqual([
      'Net retention: 116.3 %.',
      'That is €2,198 (customer base after changes) over €1,890 (customer base at the beginning).',
    ]);
  });

  it('says why there is no value', async () => {
    const first = async (id: string, log: readonly LeadEvent[], agreement = agreementWith()) =>
      (await told(id, log, agreement))[0];
    expect(await first('bookings_remaining', bridgeLog, bridgeAgreement)).toBe(
      'Bookings still wanted has no value: no target is agreed for it. That is not zero.',
    );
    expect(await first('pipeline_coverage', bridgeLog, bridgeAgreement)).toBe(
      'Pipeline coverage has no value: a figure that it is made of is not known. That is not zero.',
    );
    const agreement = agreementWith({ goals: [{ metric: 'bookings', per: 'month', target: 1, teams: ['sales'] }] });
    expect(await first('pipeline_coverage', [won('a', '2026-02-01', [], amount(5))], agreement)).toBe(
      'Pipeline coverage has no value: nothing is left to divide by, the target is reached. That is not zero.',
    );
    expect(await first('cost_per_lead', [])).toBe(
      'Cost per lead has no value: there is nothing to divide by. That is not zero.',
    );
    expect(await first('black_hole_value', [])).toBe(
      'Expected value in the black hole has no value: a figure that it is made of has none. That is not zero.',
    );
    expect(await first('days_to_won_median', [])).toBe(
      'Days to won, median has no value: no such time is known of anybody. That is not zero.',
    );
    expect(await first('revival_rate', [])).toMatch(/: there is nothing to divide\. That is not zero\.$/);
  });

  it('says of a target that is agreed why it is none of what was asked for', async () => {
    const agreement = agreementWith({ goals: [{ metric: 'bookings', per: 'month', target: 1, teams: ['sales'] }] });
    const target = async (asked: Partial<PlanRequest>) => (await told('bookings_target', [], agreement, asked))[0];
    expect(await target({ from: '2026-02-01' })).toBe(
      'Bookings, target has no value: a target is of a period, and none is named: say from which day to which. That is not zero.',
    );
    expect(
      await target({
        from: '2026-02-01',
        to: '2026-02-28',
        filters: [{ dimension: 'source.channel', in: ['webinar'] }],
      }),
    ).toBe(
      'Bookings, target has no value: a target is of everybody, and it is asked for a part of them. That is not zero.',
    );
    expect((await told('pipeline_coverage', [], agreement, {}))[0]).toBe(
      'Pipeline coverage has no value: a figure that it is made of is not known; where that is a target, name a period. That is not zero.',
    );
  });

  it('leaves a stage that was skipped out of times, and says so', async () => {
    const log = [captured('a', '2026-02-01'), handedOff('a', '2026-02-03')];
    const of = async (id: string) => (await told(id, log, agreementWith())).find((it) => it.startsWith('In 1 a stage'));
    expect(await of('captured_to_mql_rate')).toMatch(/counts as passed/);
    expect(await of('mql_within_30_days')).toMatch(/left out of times/);
  });

  it('does not name a clause that says nothing', async () => {
    expect((await told('bookings_remaining', [], agreementWith())).at(-1)).toBe(
      'Test, version 1, says nothing under goals, where it would stand.',
    );
  });
});

import { type Agreement, type Change, diffAgreements, parseAgreement } from '@sameteam/agreement';
import { describe, expect, it } from 'vitest';

const start = `
teams: { marketing: {}, sales: {} }
readiness: { warm: { engagement: { atLeast: 40 } }, raw: {} }
reasons: {}
`;
const document = `${start}
sla:
  soon: { of: sales, from: lead.assigned, kept: { attempts: 1 }, within: 1wd }
  share: { of: sales, metric: warm_rate, atLeast: 0.5 }
  volume: { of: marketing, count: { warm_mqls: 5 } }
goals: [{ metric: partner_bookings, per: quarter, target: 1000, teams: [sales] }]
compensation: { sales: [{ metric: all_money, share: 0.2 }] }
plan: { warm_mqls: { 2026-10: 5 } }
metrics:
  warm_rate: { label: Warm, owner: sales, rate: { from: mql, to: sal, within: 14d }, where: { readiness: warm } }
  warm_mqls: { count: { stage: mql }, where: { readiness: [warm] } }
  partner_bookings: { of: bookings, where: { source.channel: partner } }
  all_money: { sum: [open_pipeline, partner_bookings, -spend] }
  on_time: { of: sla_attainment, where: { clause: sla.soon } }
`;

function load(text: string): Agreement {
  const { agreement, issues } = parseAgreement(text);
  if (agreement === null) throw new Error(issues.map(({ message }) => message).join('\n'));
  return agreement;
}

function changes(old: string, other: string): readonly Change[] {
  expect(document).toContain(old);
  return diffAgreements(load(document), load(document.replaceAll(old, other))).changes;
}

describe('the diff of metrics of an agreement’s own', () => {
  it('says what counts something else, and what rests on it', () => {
    const [change, ...others] = changes('channel: partner', 'channel: [partner, null]');
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      address: 'metrics.partner_bookings.where',
      clause: 'metrics.partner_bookings',
      kind: 'changed',
      effect: 'behaviour',
      affects: { teams: ['sales'] },
    });
    expect(change?.sentence).toBe(
      'Metric “partner bookings”, what is counted: counted only where the channel is “partner” becomes counted only where the channel is “partner” or missing. It counts something else now, and with it the metric “all money”, the goal “partner bookings” and the bonus of sales: numbers before and after cannot be compared.',
    );
    expect(changes('within: 14d', 'within: 7d')[0]?.sentence).toBe(
      'Metric “warm rate”, rate within: 14 days becomes 7 days. It counts something else now, and with it the SLA “share”: numbers before and after cannot be compared.',
    );
    expect(changes('stage: mql', 'stage: handed_off')[0]?.sentence).toBe(
      'Metric “warm mqls”, count stage: MQL becomes handed off. It counts something else now, and with it the SLA “volume” and the plan for “warm mqls”: numbers before and after cannot be compared.',
    );
    expect(changes(', where: { source.channel: partner }', '')[0]?.sentence).toContain('It counts something else now');
  });

  it('takes another form for another metric, and another order of a sum for wording', () => {
    const [form] = changes('count: { stage: mql }', 'time: { from: mql, to: won }');
    expect(form).toMatchObject({ address: 'metrics.warm_mqls', kind: 'changed', effect: 'behaviour' });
    expect(form?.sentence).toContain('numbers before and after cannot be compared');
    const [order] = changes('[open_pipeline, partner_bookings, -spend]', '[partner_bookings, -spend, open_pipeline]');
    expect(order).toMatchObject({ address: 'metrics.all_money.sum', kind: 'moved', effect: 'wording' });
  });

  it('says no more than that of a label, and of who answers for it', () => {
    expect(changes('label: Warm', 'label: Warm ones')).toMatchObject([{ effect: 'wording' }]);
    const [owner] = changes('owner: sales', 'owner: both');
    expect(owner).toMatchObject({ effect: 'behaviour', sentence: 'Metric “warm rate”, owner: sales becomes both.' });
  });

  it('tells another name once, also that of what a metric is limited to', () => {
    for (const [old, other] of [
      ['partner_bookings', 'reseller_bookings'],
      ['warm_mqls', 'our_mqls'],
      ['all_money', 'every_euro'],
      ['soon', 'early'],
    ] as const) {
      const found = changes(old, other);
      expect(found.map(({ kind, before, after }) => [kind, before, after])).toEqual([['renamed', old, other]]);
    }
    const readiness = diffAgreements(
      load(document),
      load(document.replaceAll(/(?<=\{ |\[|readiness: )warm(?=[: \]])/g, 'lukewarm')),
    ).changes;
    expect(readiness.map(({ address, kind }) => [address, kind])).toEqual([['readiness.lukewarm', 'renamed']]);
  });

  it('tells each that is new or dropped, also where there were none', () => {
    const none = load(`${start}sla: {}\n`);
    const some = load(`${start}sla: {}\nmetrics: { ours: { of: won, where: { owner: ann } } }\n`);
    const [added, ...others] = diffAgreements(none, some).changes;
    expect(others).toEqual([]);
    expect(added).toMatchObject({
      address: 'metrics.ours',
      clause: 'metrics.ours',
      kind: 'added',
      effect: 'behaviour',
    });
    expect(added?.sentence).toBe('Metric “ours” is new. “ours” is won leads, counted only where the owner is “ann”.');
    expect(diffAgreements(some, none).changes).toMatchObject([{ address: 'metrics.ours', kind: 'removed' }]);
  });
});

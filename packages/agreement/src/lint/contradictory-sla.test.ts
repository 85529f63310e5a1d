// biome-ignore-all lint/suspicious/noThenProperty: the word of the document; it is data and never awaited
import { describe, expect, it } from 'vitest';
import { lintPlaces } from '../../test/lint-case.ts';
import { contradictorySla } from './contradictory-sla.ts';

const rate = { of: 'marketing', metric: 'mql_to_sal_rate' };

describe('contradictory-sla', () => {
  it('finds bounds that exclude each other, in one SLA or in two', () => {
    expect(lintPlaces(contradictorySla, { sla: { quality: { ...rate, atLeast: 0.6, atMost: 0.5 } } })).toEqual([
      '/sla/quality/atLeast',
    ]);
    expect(lintPlaces(contradictorySla, { sla: { quality: { ...rate, atMost: 0.5 } } })).toEqual([
      '/sla/acceptance/atLeast',
    ]);
  });

  it('lets two SLAs differ about other leads or other periods, and one be exact', () => {
    const others = [
      { ...rate, atMost: 0.5, per: 'quarter' },
      { ...rate, atMost: 0.5, applies: { readiness: 'warm' } },
      { ...rate, atMost: 0.6, atLeast: 0.6 },
      { ...rate, metric: 'won', atMost: 0.5 },
    ];
    for (const quality of others) expect(lintPlaces(contradictorySla, { sla: { quality } })).toEqual([]);
  });

  it('finds a reminder that comes before the clock starts', () => {
    const remind = (time: string, before: string) =>
      lintPlaces(contradictorySla, {
        overrides: { partner: null },
        sla: { hot_first_attempt: { within: { time }, then: [{ remind: before }] } },
      });
    expect(remind('1wh', '1h')).toEqual(['/sla/hot_first_attempt/then/0/remind']);
    expect(remind('1wh', '59m')).toEqual([]);
    expect(remind('2d', '48h')).toHaveLength(1);
    expect(remind('1wd', '12h')).toEqual([]);
    expect(remind('1wd', '1d')).toHaveLength(1);
  });

  it('finds a lead that is taken from a team and given to the same team', () => {
    const give = (reassign: string) =>
      lintPlaces(contradictorySla, { sla: { decision: { then: [{ reassign, after: '1wd' }] } } });
    expect(give('sales')).toEqual(['/sla/decision/then/0/reassign']);
    expect(give('sdr')).toEqual([]);
    expect(give('pool')).toEqual([]);
  });

  it('finds a decision against the lead that is due before the attempts that it needs', () => {
    const reasons = { not_ready: null, with_competitor: null, wrong_profile: null };
    const decide = (kept: readonly string[], time: string) =>
      lintPlaces(contradictorySla, {
        reasons,
        sla: { decision: { kept, within: { time } } },
        overrides: { outbound: null },
      });
    expect(decide(['lead.recycled'], '3wd')).toEqual(['/sla/decision/within']);
    expect(decide(['lead.recycled', 'lead.accepted'], '3wd')).toEqual([]);
    expect(decide(['lead.recycled'], '8wd')).toEqual([]);
    expect(decide(['lead.recycled'], '10d')).toEqual([]);
  });

  it('tells it at the override that makes it', () => {
    const overrides = { partner: { sla: { hot_first_attempt: { within: { time: '10m' } } } } };
    expect(lintPlaces(contradictorySla, { overrides })).toEqual(['/sla/hot_first_attempt/then/0/remind']);
    const own = { partner: { sla: { acceptance: { atLeast: 0.9, atMost: 0.8 } } } };
    expect(lintPlaces(contradictorySla, { overrides: own })).toEqual(['/overrides/partner/sla/acceptance/atLeast']);
  });
});

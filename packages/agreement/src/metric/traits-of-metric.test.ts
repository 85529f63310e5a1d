import { metricIds } from '@sameteam/model';
import { describe, expect, it } from 'vitest';
import { metricTraits } from '../vocabulary/metric-traits.ts';
import { isShareOfWhole, traitsOfMetric } from './traits-of-metric.ts';

const declaring = {
  metrics: {
    mqls: { count: { stage: 'mql' } },
    fast: { rate: { from: 'mql', to: 'sal' } },
    slow: { time: { from: 'mql', to: 'sal', quantile: 0.9 } },
    ours: { of: 'bookings', where: { segment: ['partner'] } },
    theirs: { of: 'ours' },
    each: { over: 'ours', per: 'mqls' },
    times: { over: 'ours', per: 'spend' },
    meetings: { over: 'meetings_held', per: 'mqls' },
    all: { sum: ['-ours', 'spend'] },
    lost: { over: 'nothing', per: 'mqls' },
  },
} as const;

describe('traitsOfMetric', () => {
  it.each([
    ['mqls', 'leads', 'leads'],
    ['fast', 'leads', 'ratio'],
    ['slow', 'leads', 'days'],
    ['ours', 'opportunities', 'money'],
    ['theirs', 'opportunities', 'money'],
    ['each', null, 'money'],
    ['times', null, 'ratio'],
    ['meetings', null, 'number'],
    ['all', null, 'money'],
    ['sla_attainment', 'entries', 'ratio'],
    ['cost_per_mql', null, 'money'],
  ] as const)('tells what %s counts, and in which unit', (id, facts, unit) => {
    expect(traitsOfMetric(declaring, id)).toEqual({ facts, unit });
  });

  it('knows nothing of others, and of what is made of them', () => {
    expect(traitsOfMetric(declaring, 'nothing')).toBeNull();
    expect(traitsOfMetric(declaring, 'lost')).toBeNull();
    expect(traitsOfMetric({}, 'constructor')).toBeNull();
  });

  it('takes no ratio for a share that can be more than a whole', () => {
    expect(
      ['fast', 'sla_attainment', 'times', 'net_retention', 'won'].map((id) => isShareOfWhole(declaring, id)),
    ).toEqual([true, true, false, false, false]);
  });

  it('knows every metric that comes with Sameteam', () => {
    expect(metricIds.filter((id) => metricTraits(id) === null)).toEqual([]);
  });
});

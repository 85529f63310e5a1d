import { agreementWith } from '../../../test/support/agreements.ts';
import { captured } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { qualifiedTarget } from './qualified-target.ts';

const agreement = agreementWith({ plan: { qualified: { '2026-10': 310, '2026-11': 420 } } });
const log = [captured('ann', '2026-10-01', 'email')];

testMetric(qualifiedTarget, {
  'is what was planned for each month; no target is none, not zero': {
    log,
    agreement,
    report: { by: ['month'], from: '2026-10-01', to: '2026-12-31' },
    columns: ['value', 'numerator', 'denominator', 'unit'],
    rows: [
      ['2026-10', 310, 310, null, 'leads'],
      ['2026-11', 420, 420, null, 'leads'],
      ['2026-12', null, null, null, 'leads'],
    ],
  },
  'gives a period that is cut otherwise its share by days': {
    log,
    agreement,
    // 10 of 31 days of October and 15 of 30 of November: 100 + 210; the first ten of October lie before it.
    report: { from: '2026-10-22', to: '2026-11-15' },
    columns: ['value'],
    rows: [[310]],
  },
  'is the target of everybody: a channel has none': {
    log,
    agreement,
    report: {
      by: ['month'],
      from: '2026-10-01',
      to: '2026-10-31',
      filters: [{ dimension: 'source.channel', in: ['email'] }],
    },
    columns: ['value'],
    rows: [['2026-10', null]],
  },
});

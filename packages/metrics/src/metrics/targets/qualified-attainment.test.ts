import { agreementWith } from '../../../test/support/agreements.ts';
import { journey } from '../../../test/support/journey.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { qualifiedAttainment } from './qualified-attainment.ts';

const log = [
  ...['a', 'b', 'c'].flatMap((lead) => journey(lead, { captured: '2026-10-02', mql: '2026-10-03' })),
  ...journey('raw', { captured: '2026-10-02' }),
];

testMetric(qualifiedAttainment, {
  'is over the whole target, also while the month runs': {
    log,
    agreement: agreementWith({ plan: { qualified: { '2026-10': 31 } } }),
    report: { from: '2026-10-01', to: '2026-10-31', asOf: '2026-10-10' },
    columns: ['value', 'numerator', 'denominator', 'low'],
    rows: [[3 / 31, 3, 31, null]],
  },
  'is nothing where nothing is wanted, or nothing at all': {
    log,
    agreement: agreementWith({ plan: { qualified: { '2026-10': 0 } } }),
    report: { by: ['month'], from: '2026-10-01', to: '2026-11-30' },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['2026-10', null, 3, 0],
      ['2026-11', null, 0, null],
    ],
  },
});

import { agreementWith } from '../../../test/support/agreements.ts';
import { journey } from '../../../test/support/journey.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { qualifiedPacing } from './qualified-pacing.ts';

testMetric(qualifiedPacing, {
  'is over what should be there by now: 3 of 10 on the tenth day': {
    log: ['a', 'b', 'c'].flatMap((lead) => journey(lead, { captured: '2026-10-02', mql: '2026-10-03' })),
    agreement: agreementWith({ plan: { qualified: { '2026-10': 31 } } }),
    report: { from: '2026-10-01', to: '2026-10-31', asOf: '2026-10-10' },
    columns: ['value', 'numerator', 'denominator'],
    rows: [[3 / 10, 3, 10]],
  },
});

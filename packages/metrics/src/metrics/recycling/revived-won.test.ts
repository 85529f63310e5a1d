import { recyclingAgreement, recyclingLog } from '../../../test/support/recycling-log.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { revivedWon } from './revived-won.ts';

const given = { log: recyclingLog, agreement: recyclingAgreement };

testMetric(revivedWon, {
  'counts wins after the revival, not those before it, nor those without one': {
    ...given,
    columns: ['value', 'numerator', 'denominator', 'anchor'],
    rows: [[1, 1, null, 'revived']],
  },
});

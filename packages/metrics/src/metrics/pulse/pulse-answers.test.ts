import { event } from '../../../test/support/events.ts';
import { answered } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { pulseAnswers } from './pulse-answers.ts';

testMetric(pulseAnswers, {
  'counts answers, not questions, by team and month': {
    log: [
      event('pulse.asked', 'pulse/monthly', '2026-01-01'),
      answered('marketing', '2026-01-10', 4),
      answered('marketing', '2026-01-11', 4),
      answered('sales', '2026-02-01', 1),
    ],
    report: { by: ['team', 'month'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['marketing', '2026-01', 2, 2, null],
      ['marketing', '2026-02', 0, 0, null],
      ['sales', '2026-01', 0, 0, null],
      ['sales', '2026-02', 1, 1, null],
    ],
  },
});

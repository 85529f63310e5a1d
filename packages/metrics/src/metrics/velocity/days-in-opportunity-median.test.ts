import { deal } from '../../../test/support/events.ts';
import { after, journey } from '../../../test/support/journey.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { daysInOpportunityMedian } from './days-in-opportunity-median.ts';

testMetric(daysInOpportunityMedian, {
  'counts won deals; lost and open ones have no time until the win': {
    log: [
      ...journey('ann', { captured: after(0), opportunity: after(5), won: after(15) }),
      ...journey('ben', { captured: after(0), opportunity: after(5), won: after(45) }),
      ...journey('cat', { captured: after(0), opportunity: after(5) }),
      deal('lost', 'cat', after(6)),
      ...journey('dan', { captured: after(0), won: after(3) }),
    ],
    columns: ['value', 'denominator', 'implied'],
    rows: [[25, 2, 1]],
  },
});

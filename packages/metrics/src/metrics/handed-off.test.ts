import { handedOff as handedOffEvent } from '../../test/support/events.ts';
import { journey } from '../../test/support/journey.ts';
import { testMetric } from '../../test/support/test-metric.ts';
import { handedOff } from './handed-off.ts';

testMetric(handedOff, {
  'counts a lead once, however often it is handed off': {
    log: [
      ...journey('ann', { captured: '2026-01-01', handed_off: '2026-01-05', channel: 'email' }),
      handedOffEvent('ann', '2026-02-05'),
      handedOffEvent('ann', '2026-03-05'),
      ...journey('ben', { captured: '2026-01-02', mql: '2026-01-03', channel: 'email' }),
      ...journey('cat', { captured: '2026-01-03', sal: '2026-01-09', channel: 'paid' }),
    ],
    report: { by: ['source.channel'] },
    columns: ['value', 'implied'],
    rows: [
      ['email', 1, 0],
      ['paid', 1, 1],
    ],
  },
});

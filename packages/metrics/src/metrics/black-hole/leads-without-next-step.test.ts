import { blackHoleAgreement, blackHoleAsOf, blackHoleLog } from '../../../test/support/black-hole-log.ts';
import { captured, event } from '../../../test/support/events.ts';
import { recycled, task } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { leadsWithoutNextStep } from './leads-without-next-step.ts';

const given = { log: blackHoleLog, agreement: blackHoleAgreement };

testMetric(leadsWithoutNextStep, {
  'counts those with nothing planned, and those whose planned step is past': {
    ...given,
    report: { asOf: blackHoleAsOf, by: ['source.channel'] },
    columns: ['value'],
    // idle | overdue, both, lost
    rows: [
      ['email', 1],
      ['paid', 3],
      ['rival', 0],
    ],
  },
  'counts one more when the day of its task has come, by time alone': {
    ...given,
    report: { asOf: '2026-03-01T00:00:00Z' },
    columns: ['value'],
    // … and good, late
    rows: [[6]],
  },
  'counts one whose task is done, or whose program it left; a meeting or a revisit to come is a next step': {
    log: [
      ...['done', 'left', 'meets', 'revisit'].map((lead) => captured(lead, '2026-01-01')),
      task('done', '2026-01-02', '2026-06-01'),
      task('done', '2026-01-03', '2026-06-01', 'done'),
      event('nurture.entered', 'lead/left', '2026-01-02', { program: 'drip' }),
      event('nurture.left', 'lead/left', '2026-01-05', { program: 'drip' }),
      event('meeting.changed', 'lead/meets', '2026-01-02', { status: 'scheduled', startsAt: '2026-03-01T09:00:00Z' }),
      recycled('revisit', '2026-01-02', '2026-03-01'),
    ],
    report: { asOf: '2026-02-01T00:00:00Z' },
    columns: ['value'],
    rows: [[2]],
  },
});

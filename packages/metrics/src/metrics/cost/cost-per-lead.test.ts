import { captured, leadEvent } from '../../../test/support/events.ts';
import { planned, spent } from '../../../test/support/ledger-events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { costPerLead } from './cost-per-lead.ts';

const log = [
  planned('spring', '2026-01-01', 'paid'),
  spent('spring', ['2026-01-31', '2026-02-01'], 120),
  captured('ann', '2026-01-05', 'paid'),
  captured('ben', '2026-01-20', 'paid'),
  captured('cat', '2026-01-31T23:59:59Z', 'email'),
];

testMetric(costPerLead, {
  'is what was spent in a month over the leads of the month; over none it is null': {
    log,
    report: { by: ['month'] },
    columns: ['value', 'numerator', 'denominator', 'unit', 'currency', 'mature'],
    rows: [
      ['2026-01', 2000, 6000, 3, 'money', 'EUR', null],
      ['2026-02', null, 6000, 0, 'money', 'EUR', null],
    ],
  },
  'matches a campaign by its name, whether a capture says its name or its id': {
    log: [
      planned('c-17', '2026-01-01', 'paid', 'Spring fair'),
      spent('c-17', ['2026-01-01', '2026-01-31'], 120),
      spent('c-18', ['2026-01-01', '2026-01-31'], 30),
      ...['Spring fair', 'c-17', 'c-18'].map((campaign) =>
        leadEvent('captured', `by ${campaign}`, '2026-01-05', { source: { campaign } }),
      ),
    ],
    report: { by: ['source.campaign'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['Spring fair', 6000, 12_000, 2],
      ['c-18', 3000, 3000, 1],
    ],
  },
  'is nothing for a channel that costs nothing': {
    log,
    report: { by: ['source.channel'] },
    columns: ['value', 'numerator', 'denominator'],
    rows: [
      ['email', 0, 0, 1],
      ['paid', 6000, 12_000, 2],
    ],
  },
});

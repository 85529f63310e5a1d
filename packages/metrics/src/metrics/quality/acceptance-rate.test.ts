import { accepted, captured, handedOff, leadEvent, sentBack, stageReset } from '../../../test/support/events.ts';
import { testMetric } from '../../../test/support/test-metric.ts';
import { acceptanceRate } from './acceptance-rate.ts';

/** Four hand-offs of three leads: accepted after 2 days, rejected after 1, recycled after 3, and still open. */
const log = [
  ...['ann', 'ben', 'cat'].map((lead) => handedOff(lead, '2026-01-05')),
  accepted('ann', '2026-01-07'),
  sentBack('rejected', 'ben', '2026-01-06'),
  handedOff('ben', '2026-02-01'),
  sentBack('recycled', 'ben', '2026-02-04'),
];

testMetric(acceptanceRate, {
  'keeps rejected, recycled and open hand-offs below the line, each by itself': {
    log,
    columns: ['value', 'numerator', 'denominator', 'mature'],
    rows: [[1 / 4, 1, 4, true]],
  },
  'places each hand-off in its own month': {
    log,
    report: { by: ['cycle', 'month'] },
    columns: ['value', 'denominator'],
    rows: [
      ['first', '2026-01', 1 / 3, 3],
      ['first', '2026-02', null, 0],
      ['repeat', '2026-01', null, 0],
      ['repeat', '2026-02', 0, 1],
    ],
  },
  'is young before the window of the hand-off is over': {
    log: log.slice(0, 4),
    report: { asOf: '2026-01-20' },
    columns: ['value', 'denominator', 'mature'],
    rows: [[1 / 3, 3, false]],
  },
  'forgets an acceptance that was a mistake; an SQL implies one, and a decision before the hand-off another hand-off': {
    log: [
      handedOff('ann', '2026-01-05'),
      accepted('ann', '2026-01-06'),
      stageReset('ann', '2026-01-07', 'handed_off', 'correction'),
      handedOff('ben', '2026-01-05'),
      leadEvent('sales_qualified', 'ben', '2026-01-06'),
      accepted('before', '2026-01-04'),
      handedOff('before', '2026-01-05'),
    ],
    columns: ['value', 'numerator', 'denominator', 'implied'],
    rows: [[2 / 4, 2, 4, 2]],
  },
  'is nothing without a hand-off': {
    log: [captured('ann', '2026-01-01')],
    columns: ['value', 'numerator', 'denominator', 'mature'],
    rows: [[null, 0, 0, null]],
  },
});

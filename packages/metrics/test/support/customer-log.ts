import type { LeadEvent } from '@sameteam/model';
import { agreementWith } from './agreements.ts';
import { amount, won } from './events.ts';
import { customer } from './ledger-events.ts';

/** A dollar that is 0.90 euros in January and 0.80 from February on. */
export const customerAgreement = agreementWith({
  rates: {
    USD: [
      { from: '2026-01-01', rate: 0.9 },
      { from: '2026-02-01', rate: 0.8 },
    ],
  },
});

const firstDeal = (company: string, time: string, units: number, currency = 'EUR'): LeadEvent =>
  won(`first of ${company}`, time, [], { company: `company/${company}`, ...amount(units, currency) });

/**
 * Four customers of January and one of March, in euros; changes of `usd` are in dollars at the rate of their day.
 *
 * | company | won in January | February                    | March                      |
 * | ------- | -------------: | --------------------------- | -------------------------- |
 * | `a`     |           1000 | upsell 200, cross-sell 100  | renewal 50                 |
 * | `b`     |            500 |                             | downgrade -100, and -20    |
 * | `c`     |            300 |                             | churn -300                 |
 * | `usd`   |   90 (100 USD) | upsell 8 (10 USD)           |                            |
 * | `new`   |                |                             | won for 5000               |
 * | all     |           1890 | +308                        | -370, new ones aside       |
 */
export const customerLog: readonly LeadEvent[] = [
  firstDeal('a', '2026-01-10', 1000),
  customer('a', '2026-02-05', 'upsell', 200),
  customer('a', '2026-02-20', 'cross_sell', 100),
  customer('a', '2026-03-15', 'renewal', 50),
  firstDeal('b', '2026-01-20', 500),
  customer('b', '2026-03-03', 'downgrade', -100),
  customer('b', '2026-03-04', 'downgrade', -20),
  firstDeal('c', '2026-01-31T23:59:59Z', 300),
  customer('c', '2026-03-10', 'churn', -300),
  firstDeal('usd', '2026-01-15', 100, 'USD'),
  customer('usd', '2026-02-28', 'upsell', 10, 'USD'),
  firstDeal('new', '2026-03-20', 5000),
];

/** The months from January to April. */
export const customerPeriod = { from: '2026-01-01', to: '2026-04-30' } as const;
